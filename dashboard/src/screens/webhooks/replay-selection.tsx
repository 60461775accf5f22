import { useApolloClient } from '@apollo/client/react'
import { Button, Group, Stack, Text } from '@mantine/core'
import { runMutation } from '../../api/run-mutation.ts'
import { graphql } from '../../gql/gql.ts'
import type { PmsWebhookReplayInput } from '../../gql/graphql.ts'
import { ReplayDialog } from '../../ui/actions/replay-dialog.tsx'
import { formatCount } from '../../ui/values/format.ts'

const document = graphql(`
  mutation ReplayEvents($input: PmsWebhookReplayInput!) {
    replayWebhookEvents(input: $input) {
      count
      errors {
        ...ErrorFields
      }
    }
  }
`)

export type EventSelection = Pick<PmsWebhookReplayInput, 'hotelId' | 'ids' | 'filter'>

interface ReplaySelectionProps {
  readonly selection: EventSelection
  readonly onClose: (hasReplayed: boolean) => void
}

/** Processes webhook events again. */
export function ReplaySelection({ selection, onClose }: ReplaySelectionProps) {
  const client = useApolloClient()
  const send = async (dryRun: boolean) => {
    const mutation = client.mutate({ mutation: document, variables: { input: { ...selection, dryRun } } })
    const { data, error } = await runMutation(mutation, ({ replayWebhookEvents }) => replayWebhookEvents.errors)
    return { count: data?.replayWebhookEvents.count ?? 0, error }
  }
  return (
    <ReplayDialog title="Replay events" noun="event" question={question} send={send} onClose={onClose}>
      {({ count }) => (
        <Stack>
          <Text role="status">{`${formatCount(count, 'event')} queued. Watch their state in the list.`}</Text>
          <Group justify="flex-end">
            <Button onClick={() => onClose(true)}>Done</Button>
          </Group>
        </Stack>
      )}
    </ReplayDialog>
  )
}

const question = (count: number) =>
  count === 0
    ? 'Nothing to replay: events that wait are processed anyway, and ignored events need no processing.'
    : `${formatCount(count, 'event')} will be processed again: the affected records are fetched from the PMS.`
