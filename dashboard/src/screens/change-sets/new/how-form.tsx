import { useMutation } from '@apollo/client/react'
import { Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import { Entry } from '../../../entities/changes/entry.tsx'
import type { Entered } from '../../../entities/changes/entry-field.ts'
import type { ChoosableField } from '../../../entities/changes/fields.ts'
import { useKnown } from '../../../entities/changes/value-names.ts'
import { ACTIONS } from '../../../entities/changes/words.ts'
import type { PmsChangeAction } from '../../../gql/graphql.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useProviderNames } from '../../../ui/values/provider-names.ts'
import { MOST } from './chosen.tsx'
import type { CsvFile } from './csv.ts'
import { createSetDocument } from './query.ts'
import type { NewSetSearch } from './search.ts'
import { isComplete, optionFields, setInput, wishFields } from './set-input.ts'

interface HowFormProps {
  readonly hotelId: string
  readonly search: NewSetSearch
  /** In place of what a list has found. */
  readonly csv?: CsvFile
  readonly count: number
  /** PMSs of the hotel, each with what may be done there to what was chosen. */
  readonly desks: readonly { readonly provider: string; readonly actions: readonly PmsChangeAction[] }[]
}

/** What is done to all of it: only what this PMS can, and may. */
export function HowForm({ hotelId, search, csv, count, desks }: HowFormProps) {
  const navigate = useNavigate()
  const { nameOf } = useProviderNames()
  const [provider, setProvider] = useState(
    () => (desks.find((desk) => desk.provider === search.filter?.provider) ?? desks[0])?.provider ?? '',
  )
  const [chosen, setChosen] = useState<PmsChangeAction | null>(null)
  const [entered, setEntered] = useState<Entered>({})
  const [more, setMore] = useState({ reason: '', canary: '', stopPercent: '' })
  const [send, { loading }] = useMutation(createSetDocument)
  const [error, setError] = useState<PayloadError | null>(null)
  const actions = desks.find((desk) => desk.provider === provider)?.actions ?? []
  const action = actions.find((each) => each === chosen) ?? actions[0]
  const known = useKnown({ hotelId, provider }, action === 'BOOKING_CHANGE' || action === 'BOOKING_ROOM')
  if (action === undefined) return null
  const fields = wishFields(action, known, csv?.columns)
  const options = optionFields(action, entered, csv?.columns)
  const enter = (name: string, value: string) => setEntered((before) => ({ ...before, [name]: value }))
  const entry = (field: ChoosableField) => (
    <Entry
      key={field.name}
      field={field}
      value={entered[field.name] ?? ''}
      choices={field.choices}
      onChange={(value) => enter(field.name, value)}
    />
  )
  const create = async (event: FormEvent) => {
    event.preventDefault()
    const input = setInput({ ...search, csv: csv?.text, hotelId, provider, action, fields, options, entered, ...more })
    const { data, error } = await runMutation(send({ variables: { input } }), (data) => data.createChangeSet.errors)
    setError(error)
    const setId = data?.createChangeSet.changeSet?.id
    if (setId !== undefined) await navigate({ to: '/hotels/$hotelId/change-sets/$setId', params: { hotelId, setId } })
  }
  return (
    <Section title="How it is changed">
      <form onSubmit={(event) => void create(event)} aria-label="How it is changed">
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {desks.length > 1 && (
              <NativeSelect
                label="PMS"
                value={provider}
                data={desks.map((desk) => ({ value: desk.provider, label: nameOf(desk.provider) }))}
                onChange={({ currentTarget }) => setProvider(currentTarget.value)}
              />
            )}
            <NativeSelect
              label="What is done"
              value={action}
              data={actions.map((each) => ({ value: each, label: ACTIONS[each] }))}
              onChange={({ currentTarget }) => {
                setChosen(currentTarget.value as PmsChangeAction)
                setEntered({})
              }}
            />
          </SimpleGrid>
          {fields.length > 0 && (
            <Text size="sm">
              {csv ? 'For lines whose cell is empty or missing.' : 'What is left empty stays as it is, of each.'}
            </Text>
          )}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {[...fields, ...options].filter(({ kind }) => kind !== 'flag').map(entry)}
          </SimpleGrid>
          <Group>{options.filter(({ kind }) => kind === 'flag').map(entry)}</Group>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput
              label="Reason, for whoever reads it later"
              maxLength={200}
              value={more.reason}
              onChange={({ currentTarget }) => setMore({ ...more, reason: currentTarget.value })}
            />
            <TextInput
              label="So many first"
              description="The others when these have ended well"
              type="number"
              min={0}
              max={MOST}
              placeholder="5"
              value={more.canary}
              onChange={({ currentTarget }) => setMore({ ...more, canary: currentTarget.value })}
            />
            <TextInput
              label="Stop at refusals, in percent"
              description="Of the last 100"
              type="number"
              min={0}
              max={100}
              placeholder="5"
              value={more.stopPercent}
              onChange={({ currentTarget }) => setMore({ ...more, stopPercent: currentTarget.value })}
            />
          </SimpleGrid>
          <ErrorAlert title="It cannot be changed like this" error={error} />
          <Group>
            <PermissionButton
              type="submit"
              loading={loading}
              blocked={blockedBy(count, isComplete(action, fields, entered, csv?.columns))}
            >
              Preview
            </PermissionButton>
            <Text size="sm" c="dimmed">
              Nothing is sent yet: the PMS is asked about each first.
            </Text>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

function blockedBy(count: number, isEntered: boolean): string | undefined {
  if (count === 0) return 'There is nothing that this would change.'
  if (count > MOST) return 'These are more than a set can have.'
  return isEntered ? undefined : 'Enter what is to be changed.'
}
