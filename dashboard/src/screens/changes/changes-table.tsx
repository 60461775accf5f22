import { Text } from '@mantine/core'
import { ChangeActions } from '../../entities/changes/change-actions.tsx'
import { ChangeState } from '../../entities/changes/change-state.tsx'
import { ACTIONS, describeWish } from '../../entities/changes/words.ts'
import { itemLabel } from '../../entities/registry.ts'
import { RowLink } from '../../entities/row-link.tsx'
import type { ChangeRowFragment } from '../../gql/graphql.ts'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'

interface ChangesTableProps {
  readonly changes: readonly ChangeRowFragment[]
  readonly hotel: FramedHotel
  readonly onDone: () => void
}

export function ChangesTable({ changes, hotel, onDone }: ChangesTableProps) {
  return (
    <DataTable
      caption="Changes at the PMS, newest first"
      columns={columnsOf(hotel, onDone)}
      rows={changes}
      keyOf={({ id }) => id}
    />
  )
}

const columnsOf = ({ timeZone }: FramedHotel, onDone: () => void): Column<ChangeRowFragment>[] => [
  {
    header: 'Of what',
    cell: ({ hotelId, entityType, entityId, externalId }) => (
      <RowLink type={entityType} hotelId={hotelId} id={entityId}>
        {itemLabel({ entityType, externalId })}
      </RowLink>
    ),
  },
  {
    header: 'Change',
    cell: (change) => (
      <>
        {ACTIONS[change.action]}
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {describeWish(change)}
        </Text>
      </>
    ),
  },
  { header: 'State', cell: (change) => <ChangeState change={change} timeZone={timeZone} /> },
  {
    header: 'Asked for',
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
  { header: 'To do', cell: (change) => <ChangeActions change={change} onDone={onDone} /> },
]
