import { useApolloClient, useMutation } from '@apollo/client/react'
import { Group, NativeSelect, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import { GROUPS } from '../../../entities/changes/words.ts'
import { graphql } from '../../../gql/gql.ts'
import type { PmsChangeGroup, PmsConflictDefault, TryConflictDefaultsQuery } from '../../../gql/graphql.ts'
import { useViewer } from '../../../session/session.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { formatCount } from '../../../ui/values/format.ts'
import { useProviderNames } from '../../../ui/values/provider-names.ts'
import type { Account } from '../query.ts'
import { contestedGroups } from './groups.ts'

const saveDocument = graphql(`
  mutation SaveConflictDefaults($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        version
        conflictDefaults {
          group
          choice
        }
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

const tryDocument = graphql(`
  query TryConflictDefaults($hotelId: ID!, $provider: String!, $defaults: [PmsGroupDefaultInput!]!) {
    tryConflictDefaults(hotelId: $hotelId, provider: $provider, defaults: $defaults) {
      conflicts
      ours
      theirs
      asked
      otherwise
    }
  }
`)

const CHOICES: readonly { value: PmsConflictDefault; label: string }[] = [
  { value: 'ASK', label: 'Ask somebody' },
  { value: 'OURS', label: 'Ours is sent, once' },
  { value: 'THEIRS', label: 'The PMS keeps what it has' },
]

type Tried = TryConflictDefaultsQuery['tryConflictDefaults']

interface DefaultsProps {
  readonly hotelId: string
  readonly account: Account
  readonly reload: () => Promise<void>
}

/** Who gives way without a person, by what is contested; first tried on the conflicts that there were. */
export function Defaults({ hotelId, account, reload }: DefaultsProps) {
  const { provider, version, actions, conflictDefaults } = account
  const client = useApolloClient()
  const { nameOf } = useProviderNames()
  const mayEdit = useViewer().may('ADMIN_EDIT')
  const stored = Object.fromEntries(conflictDefaults.map(({ group, choice }) => [group, choice]))
  const [changed, setChanged] = useState<Partial<Record<PmsChangeGroup, PmsConflictDefault>>>({})
  const [tried, setTried] = useState<Tried | null>(null)
  const [error, setError] = useState<PayloadError | null>(null)
  const [isTrying, setTrying] = useState(false)
  const [send, { loading }] = useMutation(saveDocument)
  const groups = contestedGroups(
    actions,
    conflictDefaults.map(({ group }) => group),
  )
  if (groups.length === 0) return null
  const defaults = groups.map((group) => ({ group, choice: changed[group] ?? stored[group] ?? 'ASK' }))
  const choose = (group: PmsChangeGroup, choice: PmsConflictDefault) => {
    setTried(null)
    setChanged((before) => ({ ...before, [group]: choice }))
  }
  const tryOut = async () => {
    setTrying(true)
    const variables = { hotelId, provider, defaults }
    const asked = client.query({ query: tryDocument, variables, fetchPolicy: 'no-cache' })
    const { data, error } = await runMutation(asked, () => [])
    setTrying(false)
    setTried(data?.tryConflictDefaults ?? null)
    setError(error)
  }
  const save = async () => {
    const input = { hotelId, provider, version, conflictDefaults: defaults }
    const { error } = await runMutation(send({ variables: { input } }), (data) => data.upsertConfiguration.errors)
    setError(error)
    if (error === null) setChanged({})
    await reload()
  }
  const isChanged = groups.some((group) => changed[group] && changed[group] !== (stored[group] ?? 'ASK'))
  return (
    <Section
      title={`Decided without a person: ${nameOf(provider)}`}
      description="Once a change, and only where all that is contested is decided alike."
    >
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} mb="md">
        {defaults.map(({ group, choice }) => (
          <NativeSelect
            key={group}
            label={GROUPS[group]}
            data={[...CHOICES]}
            value={choice}
            disabled={!mayEdit}
            onChange={({ currentTarget }) => choose(group, currentTarget.value as PmsConflictDefault)}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" role="status" mih={22} mb="sm">
        {tried && describeTried(tried)}
      </Text>
      <ErrorAlert title="That did not work" error={error} />
      <Group>
        <PermissionButton permission="ADMIN_VIEW" variant="default" loading={isTrying} onClick={() => void tryOut()}>
          Try on the last 30 days
        </PermissionButton>
        <PermissionButton
          loading={loading}
          blocked={isChanged ? undefined : 'Nothing has been changed here.'}
          onClick={() => void save()}
        >
          Save
        </PermissionButton>
      </Group>
    </Section>
  )
}

/** What the defaults would have made of the last conflicts. */
export function describeTried({ conflicts, ours, theirs, asked, otherwise }: Tried): string {
  if (conflicts === 0) return 'There were no conflicts in the last 30 days.'
  const people = otherwise === 0 ? '' : ` People decided ${formatCount(otherwise, 'of them', 'of them')} otherwise.`
  return `Of ${formatCount(conflicts, 'conflict')} in the last 30 days, ${ours} would have gone our way, ${theirs} the way of the PMS, and somebody would have been asked ${formatCount(asked, 'time')}.${people}`
}
