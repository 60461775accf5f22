import { graphql } from '../../gql/gql.ts'
import type { RoomBlockRowFragment } from '../../gql/graphql.ts'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatDay } from '../../ui/values/format.ts'
import { Deleted } from '../list/deleted.tsx'
import { SyncState } from '../list/sync-state.tsx'
import { RowLink } from '../row-link.tsx'
import { KINDS } from './words.ts'

export const roomBlockRowFragment = graphql(`
  fragment RoomBlockRow on PmsRoomBlock {
    id
    kind
    roomNumber
    firstNight
    lastNight
    reasonCode
    updatedAt
    deletedAt
    syncStatus
  }
`)

export const roomBlockColumns = ({ hotel, timeZone }: FramedHotel): Column<RoomBlockRowFragment>[] => [
  {
    header: 'Room',
    sortBy: 'ROOM_NUMBER',
    cell: ({ id, roomNumber, deletedAt, syncStatus }) => (
      <>
        <RowLink type="ROOM_BLOCK" hotelId={hotel.id} id={id}>
          {roomNumber ?? 'without a number'}
        </RowLink>
        <Deleted at={deletedAt} />
        <SyncState status={syncStatus} />
      </>
    ),
  },
  { header: 'Kind', sortBy: 'KIND', cell: ({ kind }) => KINDS[kind] },
  { header: 'First night', sortBy: 'FIRST_NIGHT', cell: ({ firstNight }) => formatDay(firstNight) },
  {
    header: 'Last night',
    sortBy: 'LAST_NIGHT',
    cell: ({ lastNight }) => (lastNight ? formatDay(lastNight) : 'until further notice'),
  },
  { header: 'Reason', cell: ({ reasonCode }) => reasonCode ?? '–' },
  {
    header: 'Last change',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]
