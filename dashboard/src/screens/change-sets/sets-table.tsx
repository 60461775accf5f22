import { Text } from '@mantine/core'
import { ACTIONS } from '../../entities/changes/words.ts'
import type { ChangeSetRowFragment } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatNumber } from '../../ui/values/format.ts'
import { SetState } from './set-state.tsx'
import { SOURCES } from './words.ts'

interface SetsTableProps {
  readonly sets: readonly ChangeSetRowFragment[]
  readonly timeZone: string
}

export function SetsTable({ sets, timeZone }: SetsTableProps) {
  return (
    <DataTable
      caption="Sets of changes, newest first"
      columns={columnsOf(timeZone)}
      rows={sets}
      keyOf={({ id }) => id}
    />
  )
}

const columnsOf = (timeZone: string): Column<ChangeSetRowFragment>[] => [
  {
    header: 'What',
    cell: ({ id, hotelId, action, source, undoOf }) => (
      <>
        <TextLink to="/hotels/$hotelId/change-sets/$setId" params={{ hotelId, setId: id }}>
          {ACTIONS[action]}
        </TextLink>
        <Text size="sm" c="dimmed">
          {undoOf ? 'takes back another set' : SOURCES[source]}
        </Text>
      </>
    ),
  },
  {
    header: 'State',
    cell: (set) => (
      <>
        <SetState set={set} />
        {set.stoppedBecause && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {set.stoppedBecause.message}
          </Text>
        )}
      </>
    ),
  },
  { header: 'Items', isNumber: true, cell: ({ counts }) => formatNumber(counts.total) },
  { header: 'Done', isNumber: true, cell: ({ counts }) => formatNumber(counts.done) },
  { header: 'Failed', isNumber: true, cell: ({ counts }) => formatNumber(counts.failed) },
  { header: 'Not tried', isNumber: true, cell: ({ counts }) => formatNumber(counts.notTried) },
  {
    header: 'Made',
    cell: ({ createdAt, requestedBy, reason }) => (
      <>
        <TimeText at={createdAt} timeZone={timeZone} />
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          by {requestedBy}
          {reason && `: ${reason}`}
        </Text>
      </>
    ),
  },
]
