import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import { HotelFrame } from '../../ui/hotel-frame.tsx'
import { pageVariables } from '../../ui/paging.ts'
import { roomColumns } from './room-columns.tsx'
import { RoomFilters } from './room-filters.tsx'
import { type RoomsSearch, roomsRoute } from './route.ts'
import { PAGE_SIZE, Rows } from './rows.tsx'
import { isNarrowed, orderOf, type RowsSearch, rowsFilter } from './search.ts'

const document = graphql(`
  query Rooms(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsRoomFilter
    $orderBy: PmsRoomOrder
  ) {
    rooms(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...RoomRow
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`)

/** The hotel's rooms, by number if nothing else is asked for. */
export function Rooms() {
  const { hotelId } = roomsRoute.useParams()
  const search = roomsRoute.useSearch()
  const navigate = roomsRoute.useNavigate()
  const [openedAt] = useState(() => Date.now())
  const move = (change: Partial<RoomsSearch> | RowsSearch) =>
    void navigate({ search: (before: RoomsSearch) => ({ ...before, ...(change as Partial<RoomsSearch>) }) })
  const orderBy = orderOf(search, 'ROOM_NUMBER')
  const query = useQuery(document, {
    variables: { hotelId, ...pageVariables(search, PAGE_SIZE), orderBy, filter: filterOf(search, openedAt) },
  })
  return (
    <HotelFrame hotelId={hotelId} part="Rooms">
      {(hotel) => (
        <>
          <RoomFilters search={search} onSearch={move} />
          <Rows
            key={hotelId}
            query={query}
            pick={({ rooms }) => rooms}
            noun="rooms"
            columns={roomColumns(hotel)}
            order={orderBy}
            isNarrowed={isNarrowed(search)}
            onSearch={move}
          />
        </>
      )}
    </HotelFrame>
  )
}

function filterOf(search: RoomsSearch, now: number) {
  const { status, cleaning, room, floor } = search
  return {
    ...rowsFilter(search, now),
    status: status === undefined ? null : [status],
    cleaningStatus: cleaning === undefined ? null : [cleaning],
    roomNumber: room ?? null,
    floor: floor === undefined ? null : [floor],
  }
}
