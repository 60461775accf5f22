import { useApolloClient } from '@apollo/client/react'
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Attempt, attempt } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import type { PmsWebhookReplayInput, ReplayEventsMutation } from '../../gql/graphql.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { formatCount } from '../../ui/format.ts'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'

const document = graphql(`
  mutation ReplayEvents($input: PmsWebhookReplayInput!) {
    replayWebhookEvents(input: $input) {
      count
      errors {
        code
        message
        field
      }
    }
  }
`)

export type EventSelection = Pick<PmsWebhookReplayInput, 'hotelId' | 'ids' | 'filter'>
type Answer = Attempt<ReplayEventsMutation> | null

interface ReplayEventsDialogProps {
  readonly selection: EventSelection
  readonly onClose: (hasReplayed: boolean) => void
}

/** Says how many messages it would take, and takes them when told to. */
export function ReplayEventsDialog({ selection, onClose }: ReplayEventsDialogProps) {
  const client = useApolloClient()
  const [counted, setCounted] = useState<Answer>(null)
  const [replayed, setReplayed] = useState<Answer>(null)
  const [isBusy, setBusy] = useState(false)
  const send = (dryRun: boolean) =>
    attempt(
      client.mutate({ mutation: document, variables: { input: { ...selection, dryRun } } }),
      ({ replayWebhookEvents }) => replayWebhookEvents.errors,
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted once, when the dialog opens
  useEffect(() => void send(true).then(setCounted), [])
  const replay = async () => {
    setBusy(true)
    setReplayed(await send(false))
    setBusy(false)
  }
  const isDone = replayed !== null && replayed.refusal === null
  const count = countOf(isDone ? replayed : counted)
  return (
    <Dialog title="Replay messages" isOpen onClose={() => onClose(isDone)}>
      <Stack>
        <Skeleton visible={counted === null}>
          <Text role="status">{isDone ? done(count) : question(count)}</Text>
        </Skeleton>
        <RefusalAlert title="This could not be counted" refusal={counted?.refusal ?? null} />
        <RefusalAlert title="Nothing was replayed" refusal={replayed?.refusal ?? null} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onClose(isDone)}>
            {isDone ? 'Done' : 'Cancel'}
          </Button>
          {!isDone && (
            <Button onClick={replay} disabled={count === 0} loading={isBusy} data-autofocus>
              Replay {formatCount(count, 'message')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}

const countOf = (answer: Answer) => answer?.data?.replayWebhookEvents.count ?? 0

const question = (count: number) =>
  count === 0
    ? 'Nothing is to be replayed: what waits takes its turn anyway, and what was ignored concerns nothing here.'
    : `${formatCount(count, 'message')} will be processed once more: what they are about is looked up again.`

const done = (count: number) => `${formatCount(count, 'message')} taken up again. Watch the state in the list.`
