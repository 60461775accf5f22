import { z } from 'zod'
import type { BookingInput } from '../../../records/booking.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { instantOf } from '../../local-time.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { checkShown } from '../../refused.ts'
import { mapStatus } from '../../status.ts'
import { bookingIdOf, idOfType } from '../ids.ts'
import { bookingStates } from '../status.ts'
import { type WireReservation, wireReservation } from '../wire.ts'

/** Reads a reservation in either shape. */
export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  checkShown(raw)
  const reservation = readLeniently(wireReservation, raw, ctx.report)
  const { reservationIdList: ids, roomStay, lastModifyDateTime } = reservation
  const status = reservation.reservationStatus ?? reservation.computedReservationStatus ?? ''
  return {
    externalId: bookingIdOf(raw) ?? '',
    externalUpdatedAt: lastModifyDateTime ? instantOf(lastModifyDateTime, ctx.hotel.timeZone) : null,
    confirmationNumber: ids?.find(({ type }) => type === 'Confirmation')?.id,
    status: mapStatus(bookingStates, status, 'reservationStatus', ctx),
    source: sourceOf(reservation),
    ...guestOf(reservation),
    ...roomOf(reservation),
    checkIn: roomStay.arrivalDate ?? '',
    checkOut: roomStay.departureDate ?? '',
    adults: roomStay.adultCount ?? roomStay.guestCounts?.adults ?? 0,
    children: roomStay.childCount ?? roomStay.guestCounts?.children,
    ...totalOf(reservation, ctx),
    notes: notesOf(reservation),
    metadata: scrubRaw(raw),
  }
}

/** A code of the hotel's own list. */
function sourceOf({ roomStay, sourceOfSale, walkInIndicator, walkIn }: WireReservation): string {
  const [rate] = roomStay.roomRates ?? []
  const codes = [roomStay.sourceCode, roomStay.sourceOfBusiness, rate?.sourceCode, rate?.sourceOfBusiness]
  const code = codes.find(Boolean) || sourceOfSale?.sourceCode
  return code?.toUpperCase() || (walkInIndicator || walkIn ? 'WALK_IN' : 'UNKNOWN')
}

function guestOf({ reservationGuest, reservationGuests }: WireReservation) {
  const primary = reservationGuests?.find((guest) => guest.primary) ?? reservationGuests?.[0]
  const names = primary?.profileInfo?.profile?.customer?.personName
  const name = reservationGuest ?? names?.find(({ nameType }) => nameType === 'Primary') ?? names?.[0]
  const parts = [name?.givenName, name?.surname].map((part) => part?.trim()).filter(Boolean)
  return {
    guestName: parts.join(' ') || reservationGuest?.fullName?.trim() || 'Unknown guest',
    guestEmail: reservationGuest?.email,
    guestExternalId: reservationGuest?.id ?? idOfType('Profile', primary?.profileInfo?.profileIdList),
  }
}

/** A room's number is its id, and so are the codes of room types and rate plans. */
function roomOf({ roomStay }: WireReservation) {
  const [rate] = roomStay.roomRates ?? []
  const number = roomStay.roomId || roomStay.roomNumber || roomStay.currentRoomInfo?.roomId || rate?.roomId
  const roomType = roomStay.roomType || roomStay.currentRoomInfo?.roomType || rate?.roomType
  const ratePlanExternalId = (roomStay.ratePlanCode || rate?.ratePlanCode)?.trim() || null
  const sold = { roomType, roomTypeExternalId: roomType?.trim() || null, ratePlanExternalId }
  return { roomNumber: number, roomExternalId: number || null, ...sold }
}

const withTaxes = z.object({ ratesIncludeTax: z.boolean() })

/**
 * As the guest pays it. Only a single reservation tells its total after tax; the one of a search, and the one before tax, are
 * the same where rates include tax. Elsewhere no total is better than one that is too low.
 */
function totalOf({ roomStay }: WireReservation, ctx: NormalizeContext) {
  const { total, totalAmount } = roomStay
  const isGross = withTaxes.safeParse(ctx.settings).data?.ratesIncludeTax ?? true
  const amount = total?.amountAfterTax ?? (isGross ? (totalAmount?.amount ?? total?.amountBeforeTax) : null)
  if (amount === null || amount === undefined) return {}
  const currency = totalAmount?.currencyCode || total?.currencyCode || ctx.hotel.currency
  return { totalAmountCents: readAmount(amount, currency, 'roomStay.total', ctx), currency }
}

/** Only single reservations have comments. */
function notesOf({ comments }: WireReservation): string | null {
  const texts = comments?.map(({ comment }) => comment?.text?.value?.trim()).filter(Boolean) ?? []
  return texts.length === 0 ? null : maskCardNumbers(texts.join('\n'))
}
