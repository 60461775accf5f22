import { useApolloClient } from '@apollo/client/react'
import { runMutation } from '../../api/run-mutation.ts'
import { graphql } from '../../gql/gql.ts'
import { ReplayDialog } from '../../ui/actions/replay-dialog.tsx'
import { formatCount } from '../../ui/values/format.ts'
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
        ...ErrorFields
      }
    }
  }
`)

export interface ReplayFailuresProps {
  readonly selection: ReplaySelection
  readonly onClose: (hasReplayed: boolean) => void
}

/** Stores failed items again, as far as today's mapping and rules let it. */
export function ReplayFailures({ selection, onClose }: ReplayFailuresProps) {
  const client = useApolloClient()
  const send = async (dryRun: boolean) => {
    const mutation = client.mutate({ mutation: document, variables: { input: { ...selection, dryRun } } })
    const { data, error } = await runMutation(mutation, ({ replayFailures }) => replayFailures.errors)
    return { count: data?.replayFailures.count ?? 0, run: data?.replayFailures.syncLog ?? null, error }
  }
  return (
    <ReplayDialog title="Replay failed items" noun="item" question={question} send={send} onClose={onClose}>
      {({ run }) => run && <ReplayOutcome syncLogId={run.id} hotelId={run.hotelId} onClose={() => onClose(true)} />}
    </ReplayDialog>
  )
}

const question = (count: number) =>
  count === 0
    ? 'Nothing to replay: all of these items are resolved.'
    : `${formatCount(count, 'item')} will be mapped and stored again. Items that fail again stay in the list.`
