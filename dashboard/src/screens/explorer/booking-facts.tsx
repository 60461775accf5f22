import type { BookingQuery } from '../../gql/graphql.ts'
import { Facts } from '../../ui/facts.tsx'
import { formatCount, formatDay } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { Personal, type PersonalData } from '../../ui/personal.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Money } from './booking-columns.tsx'
import { OriginFacts } from './origin-facts.tsx'

type Known = NonNullable<BookingQuery['booking']>

const DAY_MS = 86_400_000
/** As far as systems agree; others have words of their own. */
const SOURCES: Readonly<Record<string, string>> = {
  DIRECT: 'The hotel itself',
  OTA: 'A booking site',
  WALK_IN: 'The front desk',
  CORPORATE: 'A company',
  TRAVEL_AGENT: 'A travel agency',
}

export function BookingFacts({ booking, personal }: { booking: Known; personal: PersonalData }) {
  const { hotelId, guest, room, roomNumber, roomType, adults, children, source } = booking
  return (
    <>
      <Section title="Stay">
        <Facts
          facts={[
            ['Status', <StatusBadge key="status" status={booking.status} />],
            ['Number', booking.confirmationNumber ?? '–'],
            ['Arrival', formatDay(booking.checkIn)],
            ['Departure', `${formatDay(booking.checkOut)} (${describeNights(booking)})`],
            ['Guests', describeGuests(adults, children)],
            [
              'Room',
              room && roomNumber ? (
                <TextLink key="room" to="/hotels/$hotelId/rooms/$id" params={{ hotelId, id: room.id }}>
                  {roomNumber}
                </TextLink>
              ) : (
                (roomNumber ?? 'not assigned yet')
              ),
            ],
            ['Kind of room', roomType ?? '–'],
            ['Total', <Money key="total" amount={booking.totalAmountCents} currency={booking.currency} />],
            ['Came from', SOURCES[source] ?? source],
          ]}
        />
      </Section>
      <Section title="Guest">
        <Facts
          facts={[
            ['Name', <Personal key="name" value={booking.guestName} data={personal} />],
            ['E-mail', <Personal key="email" value={booking.guestEmail} data={personal} />],
            ['Notes', <Personal key="notes" value={booking.notes} data={personal} isHidden />],
            [
              'Profile',
              guest ? (
                <TextLink key="guest" to="/hotels/$hotelId/guests/$id" params={{ hotelId, id: guest.id }}>
                  Open the guest’s profile
                </TextLink>
              ) : (
                'not here yet'
              ),
            ],
          ]}
        />
      </Section>
      <OriginFacts row={booking} personal={personal} />
    </>
  )
}

function describeNights({ checkIn, checkOut }: Pick<Known, 'checkIn' | 'checkOut'>): string {
  const nights = Math.round((Date.parse(checkOut) - Date.parse(checkIn)) / DAY_MS)
  return nights === 0 ? 'day use' : formatCount(nights, 'night')
}

const describeGuests = (adults: number, children: number | null | undefined) =>
  [formatCount(adults, 'adult'), children ? formatCount(children, 'child', 'children') : null]
    .filter(Boolean)
    .join(', ')
