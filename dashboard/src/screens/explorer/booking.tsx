import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { usePersonalData } from '../../ui/personal.tsx'
import { BookingFacts } from './booking-facts.tsx'
import { Details } from './details.tsx'
import { bookingRoute } from './route.ts'
import { RowHistory } from './row-history.tsx'

const document = graphql(`
  query Booking($id: ID!) {
    booking(id: $id) {
      ...StoredBooking
      confirmationNumber
      status
      source
      guestName
      guestEmail
      guest {
        id
      }
      checkIn
      checkOut
      roomNumber
      roomType
      room {
        id
      }
      adults
      children
      totalAmountCents
      currency
      notes
      metadata
      syncStatus
      syncError
    }
  }
`)

/** All that is known of a booking, and how it came here. */
export function Booking() {
  const { hotelId, id } = bookingRoute.useParams()
  const personal = usePersonalData()
  const query = useQuery(document, { variables: { id } })
  return (
    <Details
      hotelId={hotelId}
      part="Booking"
      list="/hotels/$hotelId/bookings"
      query={query}
      pick={({ booking }) => booking}
      personal={personal}
    >
      {(booking, { timeZone }) => (
        <>
          <BookingFacts booking={booking} personal={personal} />
          <RowHistory row={booking} entityType="BOOKING" timeZone={timeZone} />
        </>
      )}
    </Details>
  )
}
