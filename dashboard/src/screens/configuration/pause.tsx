import { useMutation } from '@apollo/client/react'
import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { OpenChanges } from '../../entities/changes/open-changes.tsx'
import { graphql } from '../../gql/gql.ts'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PauseDialog } from '../../ui/actions/pause-dialog.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { Section } from '../../ui/page/section.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { type Account, versionOf } from './query.ts'

const document = graphql(`
  mutation SwitchSyncs($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        version
        enabled
        pausedAt
        pausedBy
        pausedReason
        nextSyncAt
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

/** Whether syncs run; if not, since when, by whom and why. */
export function Pause(account: Account) {
  const { enabled, lastSyncAt, nextSyncAt } = account.configuration
  const { timeZone } = account
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading }] = useMutation(document)
  const change = async (change: { enabled: boolean; pausedReason?: string }) => {
    const input = { ...versionOf(account), ...change }
    const { error } = await runMutation(send({ variables: { input } }), (data) => data.upsertConfiguration.errors)
    setError(error)
    setAsking(false)
  }
  return (
    <Section
      title={enabled ? 'Syncs are active' : 'Syncs are paused'}
      actions={
        enabled ? (
          <PermissionButton variant="default" onClick={() => setAsking(true)}>
            Pause …
          </PermissionButton>
        ) : (
          <PermissionButton onClick={() => change({ enabled: true })} loading={loading}>
            Resume
          </PermissionButton>
        )
      }
    >
      <Stack gap="xs">
        {!enabled && <PausedBecause {...account} />}
        <Group gap="lg">
          <Text size="sm">
            Last sync: <TimeText at={lastSyncAt} timeZone={timeZone} />
          </Text>
          <Text size="sm">
            Next sync: <TimeText at={nextSyncAt} timeZone={timeZone} never={enabled ? 'not scheduled' : 'paused'} />
          </Text>
        </Group>
        <ErrorAlert title="Saving failed" error={error} />
      </Stack>
      <PauseDialog
        title="Pause syncs"
        isOpen={isAsking}
        isBusy={loading}
        onClose={() => setAsking(false)}
        onPause={(pausedReason) => change({ enabled: false, pausedReason })}
      >
        <Text size="sm">
          No sync starts until someone resumes. Webhook events are kept and processed then; nothing is deleted.
        </Text>
        <OpenChanges hotelId={account.hotelId} provider={account.provider.key} deed="pause" />
      </PauseDialog>
    </Section>
  )
}

function PausedBecause({ configuration, timeZone }: Account) {
  const { pausedAt, pausedBy, pausedReason } = configuration
  return (
    <Text size="sm">
      Since <TimeText at={pausedAt} timeZone={timeZone} />
      {pausedBy && ` by ${pausedBy}`}: {pausedReason ?? 'no reason given'}
    </Text>
  )
}
