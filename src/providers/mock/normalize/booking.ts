import type { BookingInput } from '../../../records/booking.ts'
import { maskCardNumbers } from '../../../records/card-number.ts'
import { scrubRaw } from '../../../records/scrub.ts'
import { minorUnitsOf } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { bookingStates } from '../status.ts'
import { wireBooking } from '../wire.ts'

export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  const booking = wireBooking.parse(raw)
  const { guest, room, total, remarks } = booking
  return {
    externalId: booking.id,
    externalUpdatedAt: booking.updated_at,
    confirmationNumber: booking.confirmation,
    status: mapStatus(bookingStates, booking.state, 'state', ctx),
    source: booking.channel.toUpperCase(),
    guestName: guest.full_name,
    guestEmail: guest.email,
    guestExternalId: guest.id,
    roomNumber: room?.number,
    roomType: room?.category,
    roomExternalId: room?.id,
    checkIn: booking.arrival,
    checkOut: booking.departure,
    adults: booking.pax.adults,
    children: booking.pax.children,
    totalAmountCents: total && minorUnitsOf(total.amount, total.currency, 'totalAmountCents'),
    currency: total?.currency,
    notes: remarks && maskCardNumbers(remarks),
    metadata: scrubRaw(raw),
  }
}
