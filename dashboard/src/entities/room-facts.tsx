import { graphql } from '../gql/gql.ts'
import type { RoomQuery } from '../gql/graphql.ts'
import { Section } from '../ui/page/section.tsx'
import { Facts } from '../ui/values/facts.tsx'
import { Money } from '../ui/values/money.tsx'
import { StatusBadge } from '../ui/values/status-badge.tsx'
import type { FactsProps } from './details/details-screen.tsx'
import { OriginFacts } from './details/origin-facts.tsx'
import { Stays } from './stays.tsx'

export const roomDetailsFragment = graphql(`
  fragment RoomDetails on PmsRoom {
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
    bookings(first: 10, orderBy: { field: CHECK_IN, direction: DESC }) {
      nodes {
        ...BookingRow
      }
    }
  }
`)

type Room = NonNullable<RoomQuery['row']>

export function RoomFacts({ row: room, hotel, masking }: FactsProps<Room>) {
  const { occupancy, maxOccupancy, amenities } = room
  return (
    <>
      <Section title={`Room ${room.roomNumber}`}>
        <Facts
          facts={[
            ['Status', <StatusBadge key="status" status={room.status} />],
            ['Cleaning', <StatusBadge key="cleaning" status={room.cleaningStatus} />],
            ['Type', room.roomType ?? '–'],
            ['Floor', room.floor ?? '–'],
            ['Occupancy', occupancy ?? '–'],
            ['Maximum occupancy', maxOccupancy ?? '–'],
            ['Rate per night', <Money key="rate" amount={room.rateCents} currency={room.currency} />],
            ['Amenities', amenities?.join(', ') || '–'],
          ]}
        />
      </Section>
      <OriginFacts row={room} masking={masking} />
      <Stays bookings={room.bookings.nodes} of="This room" hotel={hotel} masking={masking} />
    </>
  )
}
