import { graphql } from '../gql/gql.ts'
import type { RoomRowFragment } from '../gql/graphql.ts'
import type { FramedHotel } from '../ui/page/hotel-frame.tsx'
import type { Column } from '../ui/table/data-table.tsx'
import { TimeText } from '../ui/time/time-text.tsx'
import { StatusBadge } from '../ui/values/status-badge.tsx'
import { Deleted } from './list/deleted.tsx'
import { RowLink } from './row-link.tsx'

export const roomRowFragment = graphql(`
  fragment RoomRow on PmsRoom {
    id
    roomNumber
    roomType
    floor
    status
    cleaningStatus
    updatedAt
    deletedAt
  }
`)

export const roomColumns = ({ hotel, timeZone }: FramedHotel): Column<RoomRowFragment>[] => [
  {
    header: 'Room',
    sortBy: 'ROOM_NUMBER',
    cell: ({ id, roomNumber, deletedAt }) => (
      <>
        <RowLink type="ROOM" hotelId={hotel.id} id={id}>
          {roomNumber}
        </RowLink>
        <Deleted at={deletedAt} />
      </>
    ),
  },
  { header: 'Type', sortBy: 'ROOM_TYPE', cell: ({ roomType }) => roomType ?? '–' },
  { header: 'Floor', sortBy: 'FLOOR', cell: ({ floor }) => floor ?? '–' },
  { header: 'Status', sortBy: 'STATUS', cell: ({ status }) => <StatusBadge status={status} /> },
  {
    header: 'Cleaning',
    sortBy: 'CLEANING_STATUS',
    cell: ({ cleaningStatus }) => <StatusBadge status={cleaningStatus} />,
  },
  {
    header: 'Last change',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]
