import { graphql } from '../../gql/gql.ts'
import type { RoomRowFragment } from '../../gql/graphql.ts'
import type { Column } from '../../ui/data-table.tsx'
import type { FramedHotel } from '../../ui/hotel-frame.tsx'
import { TextLink } from '../../ui/link.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { Gone } from './gone.tsx'

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
        <TextLink to="/hotels/$hotelId/rooms/$id" params={{ hotelId: hotel.id, id }}>
          {roomNumber}
        </TextLink>
        <Gone at={deletedAt} />
      </>
    ),
  },
  { header: 'Kind', sortBy: 'ROOM_TYPE', cell: ({ roomType }) => roomType ?? '–' },
  { header: 'Floor', sortBy: 'FLOOR', cell: ({ floor }) => floor ?? '–' },
  { header: 'Status', sortBy: 'STATUS', cell: ({ status }) => <StatusBadge status={status} /> },
  {
    header: 'Cleaning',
    sortBy: 'CLEANING_STATUS',
    cell: ({ cleaningStatus }) => <StatusBadge status={cleaningStatus} />,
  },
  {
    header: 'Changed here',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]
