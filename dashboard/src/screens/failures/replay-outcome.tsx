import { useQuery } from '@apollo/client/react'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useLivePolling } from '../../api/live.ts'
import { reload } from '../../api/reload.ts'
import { useRunEnd } from '../../api/run-end.ts'
import { graphql } from '../../gql/gql.ts'
import type { ReplayRunQuery } from '../../gql/graphql.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { formatCount, formatNumber } from '../../ui/values/format.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'

const document = graphql(`
  query ReplayRun($id: ID!) {
    syncLog(id: $id) {
      id
      status
      itemsProcessed
      itemsFailed
      errorSummary
    }
  }
`)

export interface ReplayOutcomeProps {
  readonly syncLogId: string
  readonly hotelId: string
  readonly onClose: () => void
}

/** What came of a replay, as soon as its run has ended. */
export function ReplayOutcome({ syncLogId, hotelId, onClose }: ReplayOutcomeProps) {
  const { data, refetch } = useQuery(document, { variables: { id: syncLogId }, pollInterval: useLivePolling() })
  const run = data?.syncLog ?? null
  const isActive = run === null || run.status === 'QUEUED' || run.status === 'RUNNING'
  useRunEnd({ hotelId, syncLogId, isActive, onEnd: () => void reload({ refetch }) })
  return (
    <Stack>
      <div role="status">
        <StatusBadge status={run?.status ?? 'QUEUED'} />
        <Text>{isActive ? 'Replaying…' : describe(run)}</Text>
      </div>
      <Group justify="flex-end">
        <ButtonLink variant="default" to="/syncs/$syncLogId" params={{ syncLogId }}>
          Open the sync
        </ButtonLink>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  )
}

function describe({ itemsProcessed, itemsFailed, errorSummary }: NonNullable<ReplayRunQuery['syncLog']>): string {
  const stored = itemsProcessed - itemsFailed
  const again = itemsFailed === 0 ? '' : `, ${formatNumber(itemsFailed)} failed again`
  return `${formatCount(stored, 'item')} stored${again}. ${errorSummary ?? ''}`.trim()
}
