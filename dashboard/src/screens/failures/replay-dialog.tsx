import { useApolloClient } from '@apollo/client/react'
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type Attempt, attempt } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import type { ReplayFailuresMutation } from '../../gql/graphql.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { formatCount } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'
import type { ReplaySelection } from './replay-button.tsx'
import { ReplayOutcome } from './replay-outcome.tsx'

const document = graphql(`
  mutation ReplayFailures($input: PmsReplayInput!) {
    replayFailures(input: $input) {
      count
      syncLog {
        id
        hotelId
      }
      errors {
        code
        message
        field
        syncLogId
      }
    }
  }
`)

export interface ReplayDialogProps {
  readonly selection: ReplaySelection
  readonly onClose: (hasReplayed: boolean) => void
}

type Answer = Attempt<ReplayFailuresMutation> | null

/** Says how many items it would take, takes them when told to, and shows what came of it. */
export function ReplayDialog({ selection, onClose }: ReplayDialogProps) {
  const client = useApolloClient()
  const [counted, setCounted] = useState<Answer>(null)
  const [replayed, setReplayed] = useState<Answer>(null)
  const [isBusy, setBusy] = useState(false)
  const send = (dryRun: boolean) =>
    attempt(
      client.mutate({ mutation: document, variables: { input: { ...selection, dryRun } } }),
      ({ replayFailures }) => replayFailures.errors,
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted once, when the dialog opens
  useEffect(() => void send(true).then(setCounted), [])
  const replay = async () => {
    setBusy(true)
    setReplayed(await send(false))
    setBusy(false)
  }
  const run = replayed?.data?.replayFailures.syncLog ?? null
  return (
    <Dialog title="Replay failed items" isOpen onClose={() => onClose(run !== null)}>
      {run === null ? (
        <Question
          counted={counted}
          refused={replayed}
          isBusy={isBusy}
          onReplay={replay}
          onClose={() => onClose(false)}
        />
      ) : (
        <ReplayOutcome syncLogId={run.id} hotelId={run.hotelId} onClose={() => onClose(true)} />
      )}
    </Dialog>
  )
}

interface QuestionProps {
  readonly counted: Answer
  readonly refused: Answer
  readonly isBusy: boolean
  readonly onReplay: () => void
  readonly onClose: () => void
}

function Question({ counted, refused, isBusy, onReplay, onClose }: QuestionProps) {
  const count = counted?.data?.replayFailures.count ?? 0
  const isCounted = counted !== null
  return (
    <Stack>
      <Skeleton visible={!isCounted}>
        <Text role="status">{describe(count)}</Text>
      </Skeleton>
      <RefusalAlert title="This could not be counted" refusal={counted?.refusal ?? null} />
      <RefusalAlert title="This was not replayed" refusal={refused?.refusal ?? null} />
      <ActiveRun answer={refused} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={onReplay} disabled={count === 0} loading={isBusy} data-autofocus>
          Replay {formatCount(count, 'item')}
        </Button>
      </Group>
    </Stack>
  )
}

const describe = (count: number) =>
  count === 0
    ? 'Nothing is left to replay: every one of these items is settled.'
    : `${formatCount(count, 'item')} will be mapped and stored once more, as they came. What fails again stays in the list.`

/** What has to end first. */
function ActiveRun({ answer }: { answer: Answer }) {
  const [error] = answer?.data?.replayFailures.errors ?? []
  if (!error?.syncLogId) return null
  return (
    <TextLink to="/syncs/$syncLogId" params={{ syncLogId: error.syncLogId }}>
      See the run that is at work
    </TextLink>
  )
}
