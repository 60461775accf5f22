import type { RoomQuery } from '../gql/graphql.ts'
import { Section } from '../ui/page/section.tsx'
import { Facts } from '../ui/values/facts.tsx'
import { Money } from '../ui/values/money.tsx'
import { StatusBadge } from '../ui/values/status-badge.tsx'
import type { FactsProps } from './details/details-screen.tsx'
import { OriginFacts } from './details/origin-facts.tsx'
import { Stays } from './stays.tsx'

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
