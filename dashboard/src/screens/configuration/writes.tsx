import { useMutation } from '@apollo/client/react'
import { Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { OpenChanges } from '../../entities/changes/open-changes.tsx'
import { ACTIONS } from '../../entities/changes/words.ts'
import { graphql } from '../../gql/gql.ts'
import type { PmsChangeAction, PmsConfigurationInput } from '../../gql/graphql.ts'
import { useViewer } from '../../session/session.ts'
import { Dialog } from '../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { Section } from '../../ui/page/section.tsx'
import { type Account, versionOf } from './query.ts'

const document = graphql(`
  mutation SaveWrites($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        version
        writeEnabled
        actions
        offeredActions
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

/** Whether people may change things at the PMS, and what of it. */
export function Writes(account: Account) {
  const { provider, configuration } = account
  const { writeEnabled } = configuration
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading }] = useMutation(document)
  const save = async (change: Pick<PmsConfigurationInput, 'writeEnabled' | 'actions'>) => {
    const input = { ...versionOf(account), ...change }
    const { error } = await runMutation(send({ variables: { input } }), (data) => data.upsertConfiguration.errors)
    setError(error)
    setAsking(false)
  }
  if (provider.actions.length === 0) return null
  return (
    <Section
      title={writeEnabled ? 'Changes at the PMS are on' : 'Changes at the PMS are off'}
      description={`People with ADMIN_EDIT can have things changed in ${provider.name} from here.`}
      actions={
        writeEnabled ? (
          <PermissionButton variant="default" onClick={() => setAsking(true)}>
            Switch changes off …
          </PermissionButton>
        ) : (
          <PermissionButton loading={loading} onClick={() => void save({ writeEnabled: true })}>
            Switch changes on
          </PermissionButton>
        )
      }
    >
      {writeEnabled && (
        <Actions
          key={configuration.actions.join()}
          offered={configuration.offeredActions}
          allowed={configuration.actions}
          isBusy={loading}
          onSave={(actions) => save({ actions })}
        />
      )}
      <ErrorAlert title="Saving failed" error={error} />
      <Dialog title="Switch changes off" isOpen={isAsking} onClose={() => setAsking(false)}>
        <Stack>
          <Text size="sm">Nothing more is sent to {provider.name}. Syncs go on.</Text>
          <OpenChanges hotelId={account.hotelId} provider={provider.key} deed="switchOff" />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              Cancel
            </Button>
            <Button loading={loading} data-autofocus onClick={() => void save({ writeEnabled: false })}>
              Switch off
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Section>
  )
}

interface ActionsProps {
  readonly offered: readonly PmsChangeAction[]
  readonly allowed: readonly PmsChangeAction[]
  readonly isBusy: boolean
  /** null: all that the PMS can, also what it learns later. */
  readonly onSave: (actions: PmsChangeAction[] | null) => Promise<void>
}

function Actions({ offered, allowed, isBusy, onSave }: ActionsProps) {
  const mayEdit = useViewer().may('ADMIN_EDIT')
  const [chosen, setChosen] = useState(allowed)
  const isChanged = offered.some((action) => chosen.includes(action) !== allowed.includes(action))
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} role="group" aria-label="What may be done">
        {offered.map((action) => (
          <Checkbox
            key={action}
            label={ACTIONS[action]}
            checked={chosen.includes(action)}
            disabled={!mayEdit}
            onChange={({ currentTarget: { checked } }) =>
              setChosen((before) => (checked ? [...before, action] : before.filter((other) => other !== action)))
            }
          />
        ))}
      </SimpleGrid>
      <Group>
        <PermissionButton
          loading={isBusy}
          disabled={!isChanged}
          blocked={chosen.length === 0 ? 'Leave one, or switch changes off.' : undefined}
          onClick={() => void onSave(chosen.length === offered.length ? null : [...chosen])}
        >
          Save what may be done
        </PermissionButton>
      </Group>
    </Stack>
  )
}
