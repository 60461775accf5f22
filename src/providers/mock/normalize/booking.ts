import type { z } from 'zod'
import type { BookingInput } from '../../../records/booking.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { bookingStates } from '../status.ts'
import { wireBooking } from '../wire.ts'

export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  const booking = readLeniently(wireBooking, raw, ctx.report)
  const { guest, room, rate_plan: ratePlan, remarks } = booking
  return {
    externalId: booking.id,
    externalUpdatedAt: booking.updated_at,
    confirmationNumber: booking.confirmation,
    status: mapStatus(bookingStates, booking.state, 'state', ctx),
    source: booking.channel?.toUpperCase() || 'UNKNOWN',
    guestName: guest?.full_name?.trim() || 'Unknown guest',
    guestEmail: guest?.email,
    guestExternalId: guest?.id,
    roomNumber: room?.number,
    roomType: room?.category,
    roomExternalId: room?.id,
    roomTypeExternalId: room?.category_id,
    ratePlanExternalId: ratePlan?.id,
    checkIn: booking.arrival,
    checkOut: booking.departure,
    adults: booking.pax?.adults ?? 0,
    children: booking.pax?.children,
    ...totalOf(booking, ctx),
    notes: remarks && maskCardNumbers(remarks),
    metadata: scrubRaw(raw),
  }
}

function totalOf({ total }: z.output<typeof wireBooking>, ctx: NormalizeContext) {
  const currency = total?.currency || ctx.hotel.currency
  return { totalAmountCents: readAmount(total?.amount, currency, 'total.amount', ctx), currency: total && currency }
}
