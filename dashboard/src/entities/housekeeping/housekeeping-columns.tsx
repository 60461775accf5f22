import { graphql } from '../../gql/gql.ts'
import type { HousekeepingRowFragment } from '../../gql/graphql.ts'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { Masked } from '../../ui/values/masked.tsx'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import type { Masking } from '../../ui/values/use-masking.ts'
import { Deleted } from '../list/deleted.tsx'
import { SyncState } from '../list/sync-state.tsx'
import { RowLink } from '../row-link.tsx'
import { DISCREPANCIES } from './words.ts'

export const housekeepingRowFragment = graphql(`
  fragment HousekeepingRow on PmsHousekeeping {
    id
    roomNumber
    condition
    occupancy
    discrepancy
    roomStatus
    attendant
    updatedAt
    deletedAt
    syncStatus
  }
`)

export const housekeepingColumns = (
  { hotel, timeZone }: FramedHotel,
  masking: Masking,
): Column<HousekeepingRowFragment>[] => [
  {
    header: 'Room',
    sortBy: 'ROOM_NUMBER',
    cell: ({ id, roomNumber, deletedAt, syncStatus }) => (
      <>
        <RowLink type="HOUSEKEEPING" hotelId={hotel.id} id={id}>
          {roomNumber ?? 'without a number'}
        </RowLink>
        <Deleted at={deletedAt} />
        <SyncState status={syncStatus} />
      </>
    ),
  },
  { header: 'Condition', sortBy: 'CONDITION', cell: ({ condition }) => <StatusBadge status={condition} /> },
  { header: 'Occupancy', sortBy: 'OCCUPANCY', cell: ({ occupancy }) => <StatusBadge status={occupancy} /> },
  { header: 'Discrepancy', cell: ({ discrepancy }) => (discrepancy ? DISCREPANCIES[discrepancy] : '–') },
  { header: 'Status', cell: ({ roomStatus }) => (roomStatus ? <StatusBadge status={roomStatus} /> : '–') },
  { header: 'Attendant', cell: ({ attendant }) => <Masked value={attendant} masking={masking} /> },
  {
    header: 'Last change',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]
