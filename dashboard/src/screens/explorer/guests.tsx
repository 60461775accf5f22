import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'
import { HotelFrame } from '../../ui/hotel-frame.tsx'
import { pageVariables } from '../../ui/paging.ts'
import { PersonalDataButton, usePersonalData } from '../../ui/personal.tsx'
import { guestColumns } from './guest-columns.tsx'
import { GuestFilters } from './guest-filters.tsx'
import { type GuestsSearch, guestsRoute } from './route.ts'
import { PAGE_SIZE, Rows } from './rows.tsx'
import { isNarrowed, orderOf, type RowsSearch, rowsFilter } from './search.ts'

const document = graphql(`
  query Guests(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsGuestFilter
    $orderBy: PmsGuestOrder
  ) {
    guests(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...GuestRow
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

/** The hotel's guest profiles, by last name if nothing else is asked for. */
export function Guests() {
  const { hotelId } = guestsRoute.useParams()
  const search = guestsRoute.useSearch()
  const navigate = guestsRoute.useNavigate()
  const personal = usePersonalData()
  const [openedAt] = useState(() => Date.now())
  const move = (change: Partial<GuestsSearch> | RowsSearch) =>
    void navigate({ search: (before: GuestsSearch) => ({ ...before, ...(change as Partial<GuestsSearch>) }) })
  const orderBy = orderOf(search, 'LAST_NAME')
  const query = useQuery(document, {
    variables: { hotelId, ...pageVariables(search, PAGE_SIZE), orderBy, filter: filterOf(search, openedAt) },
  })
  return (
    <HotelFrame hotelId={hotelId} part="Guests" actions={<PersonalDataButton data={personal} />}>
      {(hotel) => (
        <>
          <GuestFilters search={search} onSearch={move} />
          <Rows
            key={hotelId}
            query={query}
            pick={({ guests }) => guests}
            noun="guests"
            columns={guestColumns(hotel, personal)}
            order={orderBy}
            isNarrowed={isNarrowed(search)}
            onSearch={move}
          />
        </>
      )}
    </HotelFrame>
  )
}

function filterOf(search: GuestsSearch, now: number) {
  const { q, country } = search
  return { ...rowsFilter(search, now), search: q ?? null, country: country === undefined ? null : [country] }
}
