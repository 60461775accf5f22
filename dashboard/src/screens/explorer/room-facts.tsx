import type { RoomQuery } from '../../gql/graphql.ts'
import { Facts } from '../../ui/facts.tsx'
import type { PersonalData } from '../../ui/personal.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Money } from './booking-columns.tsx'
import { OriginFacts } from './origin-facts.tsx'

type Known = NonNullable<RoomQuery['room']>

export function RoomFacts({ room, personal }: { room: Known; personal: PersonalData }) {
  const { occupancy, maxOccupancy, amenities } = room
  return (
    <>
      <Section title={`Room ${room.roomNumber}`}>
        <Facts
          facts={[
            ['Status', <StatusBadge key="status" status={room.status} />],
            ['Cleaning', <StatusBadge key="cleaning" status={room.cleaningStatus} />],
            ['Kind', room.roomType ?? '–'],
            ['Floor', room.floor ?? '–'],
            ['Persons now', occupancy ?? '–'],
            ['Persons at most', maxOccupancy ?? '–'],
            ['Rate a night', <Money key="rate" amount={room.rateCents} currency={room.currency} />],
            ['Offers', amenities?.join(', ') || '–'],
          ]}
        />
      </Section>
      <OriginFacts row={room} personal={personal} />
    </>
  )
}
