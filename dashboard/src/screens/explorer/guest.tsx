import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { usePersonalData } from '../../ui/personal.tsx'
import { Details } from './details.tsx'
import { GuestFacts } from './guest-facts.tsx'
import { guestRoute } from './route.ts'
import { RowHistory } from './row-history.tsx'
import { Stays } from './stays.tsx'

const document = graphql(`
  query Guest($id: ID!) {
    guest(id: $id) {
      ...StoredGuest
      firstName
      lastName
      email
      phone
      country
      dateOfBirth
      loyaltyTier
      totalStays
      totalSpent
      preferences
      metadata
      syncError
      bookings(first: 10, orderBy: { field: CHECK_IN, direction: DESC }) {
        nodes {
          ...BookingRow
        }
      }
    }
  }
`)

/** All that is known of a guest, the guest's bookings, and how the profile came here. */
export function Guest() {
  const { hotelId, id } = guestRoute.useParams()
  const personal = usePersonalData()
  const query = useQuery(document, { variables: { id } })
  return (
    <Details
      hotelId={hotelId}
      part="Guest"
      list="/hotels/$hotelId/guests"
      query={query}
      pick={({ guest }) => guest}
      personal={personal}
    >
      {(guest, hotel) => (
        <>
          <GuestFacts guest={guest} currency={hotel.currency} personal={personal} />
          <Stays bookings={guest.bookings.nodes} of="this guest" hotel={hotel} personal={personal} />
          <RowHistory row={guest} entityType="GUEST" timeZone={hotel.timeZone} />
        </>
      )}
    </Details>
  )
}
