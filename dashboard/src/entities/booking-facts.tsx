import { graphql } from '../gql/gql.ts'
import type { BookingQuery } from '../gql/graphql.ts'
import { Section } from '../ui/page/section.tsx'
import { Facts } from '../ui/values/facts.tsx'
import { formatCount, formatDay } from '../ui/values/format.ts'
import { Masked } from '../ui/values/masked.tsx'
import { Money } from '../ui/values/money.tsx'
import { StatusBadge } from '../ui/values/status-badge.tsx'
import { BookingChanges } from './booking-changes/booking-changes.tsx'
import type { FactsProps } from './details/details-screen.tsx'
import { OriginFacts } from './details/origin-facts.tsx'
import { RowLink } from './row-link.tsx'

export const bookingDetailsFragment = graphql(`
  fragment BookingDetails on PmsBooking {
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
    roomExternalId
    roomType
    roomTypeExternalId
    room {
      id
    }
    bookedRoomType {
      id
      name
    }
    ratePlan {
      id
      name
    }
    adults
    children
    totalAmountCents
    currency
    notes
  }
`)

type Booking = NonNullable<BookingQuery['row']>

const DAY_MS = 86_400_000
/** The values that providers agree on; others are shown as they are. */
const SOURCES: Readonly<Record<string, string>> = {
  DIRECT: 'Direct',
  OTA: 'Online travel agency',
  WALK_IN: 'Walk-in',
  CORPORATE: 'Corporate',
  TRAVEL_AGENT: 'Travel agency',
}

export function BookingFacts({ row: booking, hotel, masking }: FactsProps<Booking>) {
  const { hotelId, guest, room, roomNumber, roomType, bookedRoomType, ratePlan, adults, children, source } = booking
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
                <RowLink key="room" type="ROOM" hotelId={hotelId} id={room.id}>
                  {roomNumber}
                </RowLink>
              ) : (
                (roomNumber ?? 'not assigned yet')
              ),
            ],
            [
              'Room type',
              bookedRoomType ? (
                <RowLink key="type" type="ROOM_TYPE" hotelId={hotelId} id={bookedRoomType.id}>
                  {bookedRoomType.name}
                </RowLink>
              ) : (
                (roomType ?? '–')
              ),
            ],
            [
              'Rate plan',
              ratePlan ? (
                <RowLink key="plan" type="RATE_PLAN" hotelId={hotelId} id={ratePlan.id}>
                  {ratePlan.name}
                </RowLink>
              ) : (
                '–'
              ),
            ],
            ['Total', <Money key="total" amount={booking.totalAmountCents} currency={booking.currency} />],
            ['Source', SOURCES[source] ?? source],
          ]}
        />
      </Section>
      <BookingChanges booking={booking} hotel={hotel} masking={masking} />
      <Section title="Guest">
        <Facts
          facts={[
            ['Name', <Masked key="name" value={booking.guestName} masking={masking} />],
            ['E-mail', <Masked key="email" value={booking.guestEmail} masking={masking} />],
            ['Notes', <Masked key="notes" value={booking.notes} masking={masking} isHidden />],
            [
              'Profile',
              guest ? (
                <RowLink key="guest" type="GUEST" hotelId={hotelId} id={guest.id}>
                  Open the guest’s profile
                </RowLink>
              ) : (
                'not synced yet'
              ),
            ],
          ]}
        />
      </Section>
      <OriginFacts row={booking} masking={masking} />
    </>
  )
}

function describeNights({ checkIn, checkOut }: Pick<Booking, 'checkIn' | 'checkOut'>): string {
  const nights = Math.round((Date.parse(checkOut) - Date.parse(checkIn)) / DAY_MS)
  return nights === 0 ? 'day use' : formatCount(nights, 'night')
}

const describeGuests = (adults: number, children: number | null | undefined) =>
  [formatCount(adults, 'adult'), children ? formatCount(children, 'child', 'children') : null]
    .filter(Boolean)
    .join(', ')
