import { minorUnitsOf } from '../../../src/providers/money.ts'
import type { NormalizeContext } from '../../../src/providers/provider.ts'
import { mapStatus } from '../../../src/providers/status.ts'
import type { BookingInput } from '../../../src/records/booking.ts'
import { scrubRaw } from '../../../src/records/text/scrub.ts'
import { reservationStates } from '../status.ts'
import { wireReservation } from '../wire.ts'

/** Pure: the same item always makes the same record. Whatever it throws becomes a failure with the item beside it. */
export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  const reservation = wireReservation.parse(raw)
  const currency = reservation.currency ?? ctx.hotel.currency
  return {
    externalId: reservation.id,
    externalUpdatedAt: reservation.changed,
    status: mapStatus(reservationStates, reservation.status, 'status', ctx),
    source: 'DIRECT',
    guestName: reservation.guest.name,
    guestEmail: reservation.guest.mail,
    roomNumber: reservation.room,
    checkIn: reservation.from,
    checkOut: reservation.to,
    adults: reservation.persons,
    children: reservation.children,
    totalAmountCents: reservation.price ? minorUnitsOf(reservation.price, currency, 'price') : null,
    currency: reservation.price ? currency : null,
    notes: reservation.comment,
    metadata: scrubRaw(raw),
  }
}
