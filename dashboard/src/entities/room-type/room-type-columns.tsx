import { graphql } from '../../gql/gql.ts'
import type { RoomTypeRowFragment } from '../../gql/graphql.ts'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { describeFlag } from '../../ui/values/format.ts'
import { Deleted } from '../list/deleted.tsx'
import { RowLink } from '../row-link.tsx'

export const roomTypeRowFragment = graphql(`
  fragment RoomTypeRow on PmsRoomType {
    id
    code
    name
    capacity
    roomCount
    sellable
    updatedAt
    deletedAt
  }
`)

export const roomTypeColumns = ({ hotel, timeZone }: FramedHotel): Column<RoomTypeRowFragment>[] => [
  {
    header: 'Name',
    sortBy: 'NAME',
    cell: ({ id, name, deletedAt }) => (
      <>
        <RowLink type="ROOM_TYPE" hotelId={hotel.id} id={id}>
          {name}
        </RowLink>
        <Deleted at={deletedAt} />
      </>
    ),
  },
  { header: 'Code', sortBy: 'CODE', cell: ({ code }) => code ?? '–' },
  { header: 'Guests', sortBy: 'CAPACITY', isNumber: true, cell: ({ capacity }) => capacity ?? '–' },
  { header: 'Rooms', sortBy: 'ROOM_COUNT', isNumber: true, cell: ({ roomCount }) => roomCount ?? '–' },
  { header: 'Sold', cell: ({ sellable }) => describeFlag(sellable) },
  {
    header: 'Last change',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]
