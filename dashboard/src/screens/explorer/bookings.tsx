import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import { HotelFrame } from '../../ui/hotel-frame.tsx'
import { pageVariables } from '../../ui/paging.ts'
import { PersonalDataButton, usePersonalData } from '../../ui/personal.tsx'
import { bookingColumns } from './booking-columns.tsx'
import { BookingFilters } from './booking-filters.tsx'
import { type BookingsSearch, bookingsRoute } from './route.ts'
import { PAGE_SIZE, Rows } from './rows.tsx'
import { daysBetween, isNarrowed, orderOf, type RowsSearch, rowsFilter } from './search.ts'
import { Today } from './today.tsx'

const document = graphql(`
  query Bookings(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsBookingFilter
    $orderBy: PmsBookingOrder
  ) {
    bookings(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...BookingRow
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

/** The hotel's bookings, by arrival if nothing else is asked for. */
export function Bookings() {
  const { hotelId } = bookingsRoute.useParams()
  const search = bookingsRoute.useSearch()
  const navigate = bookingsRoute.useNavigate()
  const personal = usePersonalData()
  const [openedAt] = useState(() => Date.now())
  const move = (change: Partial<BookingsSearch> | RowsSearch) =>
    void navigate({ search: (before: BookingsSearch) => ({ ...before, ...(change as Partial<BookingsSearch>) }) })
  const orderBy = orderOf(search, 'CHECK_IN')
  const query = useQuery(document, {
    variables: { hotelId, ...pageVariables(search, PAGE_SIZE), orderBy, filter: filterOf(search, openedAt) },
  })
  return (
    <HotelFrame hotelId={hotelId} part="Bookings" actions={<PersonalDataButton data={personal} />}>
      {(hotel) => (
        <>
          <Today timeZone={hotel.timeZone} search={search} onSearch={move} />
          <BookingFilters search={search} onSearch={move} />
          <Rows
            key={hotelId}
            query={query}
            pick={({ bookings }) => bookings}
            noun="bookings"
            columns={bookingColumns(hotel, personal)}
            order={orderBy}
            isNarrowed={isNarrowed(search)}
            onSearch={move}
          />
        </>
      )}
    </HotelFrame>
  )
}

function filterOf(search: BookingsSearch, now: number) {
  const { q, status, inHouse, arrivalFrom, arrivalTo, departureFrom, departureTo, room } = search
  return {
    ...rowsFilter(search, now),
    search: q ?? null,
    status: status === undefined ? null : [status],
    stayCovers: inHouse ?? null,
    checkIn: daysBetween(arrivalFrom, arrivalTo),
    checkOut: daysBetween(departureFrom, departureTo),
    roomNumber: room ?? null,
  }
}
