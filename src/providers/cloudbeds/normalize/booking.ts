import type { BookingInput } from '../../../records/booking.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { bookingStates } from '../status.ts'
import { type WireBooking, wireBooking, withGuestRows } from '../wire.ts'
import { changedAt } from './changed.ts'

/** A reservation is one booking, however many rooms it has. */
export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  const booking = readLeniently(wireBooking, withGuestRows(raw), ctx.report)
  return {
    externalId: booking.reservationID,
    externalUpdatedAt: changedAt(raw, ctx.hotel),
    // What the guest holds in hands: the number of the agency that was booked at, otherwise the hotel's.
    confirmationNumber: booking.thirdPartyIdentifier || booking.reservationID,
    status: booking.isDeleted ? 'CANCELLED' : mapStatus(bookingStates, booking.status, 'status', ctx),
    source: sourceOf(booking),
    ...guestOf(booking),
    ...roomOf(booking),
    checkIn: dayOf(booking.startDate || booking.reservationCheckIn),
    checkOut: dayOf(booking.endDate || booking.reservationCheckOut),
    adults: peopleIn(booking, 'adults') ?? 0,
    children: peopleIn(booking, 'children'),
    ...totalOf(booking, ctx),
    metadata: scrubRaw(raw),
  }
}

const dayOf = (text: string | null | undefined) => (text ?? '').slice(0, 10)

/** Categories are words such as `direct` and `ota`; nobody lists them all. */
function sourceOf({ source, sourceName, sourceCategory, thirdPartyIdentifier }: WireBooking): string {
  const { name, category } = typeof source === 'object' && source !== null ? source : { name: source, category: null }
  if (/^walk.?in$/i.test(name || sourceName || '')) return 'WALK_IN'
  const word = wordOf(category || sourceCategory)
  // Without a category there is the name of the source: better than nothing.
  return word || (thirdPartyIdentifier ? 'OTA' : wordOf(name || sourceName)) || 'UNKNOWN'
}

const wordOf = (text: string | null | undefined) =>
  (text ?? '')
    .trim()
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')

function guestOf(booking: WireBooking) {
  const guests = booking.guestList ?? []
  const guest =
    guests.find(({ guestID }) => guestID && guestID === booking.guestID) ??
    guests.find(({ isMainGuest }) => isMainGuest) ??
    guests[0]
  const fullName = [guest?.guestFirstName, guest?.guestLastName].map((part) => part?.trim()).filter(Boolean)
  const name = fullName.join(' ') || guest?.guestName || booking.guestName || roomsOf(booking)[0]?.guestName
  return {
    guestName: name?.trim() || 'Unknown guest',
    guestEmail: guest?.guestEmail || booking.guestEmail,
    guestExternalId: booking.guestID || guest?.guestID || null,
  }
}

/** Of several rooms the first that has been given out. */
function roomOf(booking: WireBooking) {
  const rooms = standingRoomsOf(booking)
  const room = rooms.find(({ roomID }) => roomID) ?? rooms[0]
  const isAssigned = Boolean(room?.roomID)
  return {
    roomNumber: isAssigned ? room?.roomName : null,
    roomType: room?.roomTypeName,
    roomExternalId: room?.roomID || null,
    roomTypeExternalId: room?.roomTypeID || null,
    ratePlanExternalId: room?.rateID || null,
  }
}

/** Without rooms that were cancelled alone; all of them where the whole booking was. */
export function standingRoomsOf(booking: WireBooking) {
  const rooms = roomsOf(booking)
  const standing = rooms.filter(({ roomStatus }) => roomStatus !== 'cancelled' && roomStatus !== 'canceled')
  return standing.length > 0 ? standing : rooms
}

const roomsOf = ({ rooms, assigned, unassigned }: WireBooking) => rooms ?? [...(assigned ?? []), ...(unassigned ?? [])]

function peopleIn(booking: WireBooking, who: 'adults' | 'children'): number | null {
  const counts = [booking[who]].concat(booking[who] == null ? standingRoomsOf(booking).map((room) => room[who]) : [])
  const known = counts.filter((count) => count != null)
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0)
}

/** With taxes and fees. */
function totalOf({ total, propertyCurrency }: WireBooking, ctx: NormalizeContext) {
  if (total === null || total === undefined) return {}
  const currency = propertyCurrency || ctx.hotel.currency
  return { totalAmountCents: readAmount(total, currency, 'total', ctx), currency }
}
