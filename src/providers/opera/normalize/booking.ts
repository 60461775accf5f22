import type { BookingInput } from '../../../records/booking.ts'
import { maskCardNumbers } from '../../../records/card-number.ts'
import { scrubRaw } from '../../../records/scrub.ts'
import { instantOf } from '../../local-time.ts'
import { minorUnitsOf } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { idOfType } from '../ids.ts'
import { bookingStates } from '../status.ts'
import { type WireReservation, wireReservation } from '../wire.ts'

/** Reads a reservation in either shape. */
export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  const reservation = wireReservation.parse(raw)
  const { reservationIdList: ids, roomStay, lastModifyDateTime } = reservation
  const status = reservation.reservationStatus ?? reservation.computedReservationStatus ?? ''
  return {
    externalId: idOfType('Reservation', ids) ?? '',
    externalUpdatedAt: lastModifyDateTime ? instantOf(lastModifyDateTime, ctx.hotel.timeZone) : null,
    confirmationNumber: ids.find(({ type }) => type === 'Confirmation')?.id,
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
  const code = roomStay.sourceCode || roomStay.roomRates?.[0]?.sourceCode || sourceOfSale?.sourceCode
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

/** The room's number is its id. */
function roomOf({ roomStay }: WireReservation) {
  const [rate] = roomStay.roomRates ?? []
  const number = roomStay.roomId || roomStay.roomNumber || roomStay.currentRoomInfo?.roomId || rate?.roomId
  const roomType = roomStay.roomType || roomStay.currentRoomInfo?.roomType || rate?.roomType
  return { roomNumber: number, roomExternalId: number || null, roomType }
}

function totalOf({ roomStay }: WireReservation, { hotel }: NormalizeContext) {
  // The total of the search is the one before tax; a booking must not change its price with the shape it came in.
  const { total, totalAmount } = roomStay
  const amount = totalAmount?.amount ?? total?.amountBeforeTax ?? total?.amountAfterTax
  if (amount === null || amount === undefined) return {}
  const currency = totalAmount?.currencyCode || total?.currencyCode || hotel.currency
  return { totalAmountCents: minorUnitsOf(amount, currency, 'totalAmountCents'), currency }
}

/** Only single reservations have comments. */
function notesOf({ comments }: WireReservation): string | null {
  const texts = comments?.map(({ comment }) => comment?.text?.value?.trim()).filter(Boolean) ?? []
  return texts.length === 0 ? null : maskCardNumbers(texts.join('\n'))
}
