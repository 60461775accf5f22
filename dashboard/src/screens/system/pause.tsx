import { useMutation } from '@apollo/client/react'
import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { attempt, type Refusal } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import { PermissionButton } from '../../ui/permission-button.tsx'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { PauseDialog } from './pause-dialog.tsx'
import { type Account, keyOf } from './query.ts'

const document = graphql(`
  mutation SwitchSyncs($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        enabled
        pausedAt
        pausedBy
        pausedReason
        nextSyncAt
      }
      errors {
        code
        message
        field
      }
    }
  }
`)

/** Whether syncs run; if not, since when, by whom and why. */
export function Pause(account: Account) {
  const { enabled, lastSyncAt, nextSyncAt } = account.configuration
  const { timeZone } = account
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [send, { loading }] = useMutation(document)
  const change = async (change: { enabled: boolean; pausedReason?: string }) => {
    const input = { ...keyOf(account), ...change }
    const { refusal } = await attempt(send({ variables: { input } }), (data) => data.upsertConfiguration.errors)
    setRefusal(refusal)
    setAsking(false)
  }
  return (
    <Section
      title={enabled ? 'Syncs run' : 'Syncs are paused'}
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
            Next sync: <TimeText at={nextSyncAt} timeZone={timeZone} never={enabled ? 'not planned' : 'paused'} />
          </Text>
        </Group>
        <RefusalAlert title="This could not be changed" refusal={refusal} />
      </Stack>
      <PauseDialog
        isOpen={isAsking}
        isBusy={loading}
        onClose={() => setAsking(false)}
        onPause={(pausedReason) => change({ enabled: false, pausedReason })}
      />
    </Section>
  )
}

function PausedBecause({ configuration, timeZone }: Account) {
  const { pausedAt, pausedBy, pausedReason } = configuration
  return (
    <Text size="sm">
      Since <TimeText at={pausedAt} timeZone={timeZone} />
      {pausedBy && ` by ${pausedBy}`}: {pausedReason ?? 'no reason was given'}
    </Text>
  )
}
