import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { usePersonalData } from '../../ui/personal.tsx'
import { Details } from './details.tsx'
import { RoomFacts } from './room-facts.tsx'
import { roomRoute } from './route.ts'
import { RowHistory } from './row-history.tsx'
import { Stays } from './stays.tsx'

const document = graphql(`
  query Room($id: ID!) {
    room(id: $id) {
      ...StoredRoom
      roomNumber
      roomType
      floor
      status
      cleaningStatus
      occupancy
      maxOccupancy
      rateCents
      currency
      amenities
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

/** All that is known of a room, its bookings, and how it came here. */
export function Room() {
  const { hotelId, id } = roomRoute.useParams()
  const personal = usePersonalData()
  const query = useQuery(document, { variables: { id } })
  return (
    <Details
      hotelId={hotelId}
      part="Room"
      list="/hotels/$hotelId/rooms"
      query={query}
      pick={({ room }) => room}
      personal={personal}
    >
      {(room, hotel) => (
        <>
          <RoomFacts room={room} personal={personal} />
          <Stays bookings={room.bookings.nodes} of="this room" hotel={hotel} personal={personal} />
          <RowHistory row={room} entityType="ROOM" timeZone={hotel.timeZone} />
        </>
      )}
    </Details>
  )
}
