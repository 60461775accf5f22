import { z } from 'zod'
import { hotelDate } from '../../../records/common.ts'
import { minorUnitsOf } from '../../money.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { lastNightOf, nightsOf } from './render-single.ts'

type Booking = SimulatedItems['bookings']

const text = z.string().nullish()
const counts = z.object({ adults: z.int().min(1), children: z.int().min(0).nullish() })
const night = z.object({
  start: hotelDate,
  end: hotelDate,
  base: z.object({ amountBeforeTax: z.number(), currencyCode: z.string() }),
})
const segment = z.object({
  ...{ roomType: text, roomId: text, ratePlanCode: text, sourceCode: text },
  ...{ start: hotelDate, end: hotelDate, fixedRate: z.boolean().nullish() },
  rates: z.object({ rate: z.array(night).nullish() }).nullish(),
})

/** What a body says of a reservation; whatever else there is in it the hotel does not have. */
export const reservationBody = z.object({
  reservationIdList: z.array(z.object({ id: z.string(), type: z.string() })).min(1),
  hotelId: text,
  lockHandle: z.number().optional(),
  roomStay: z.object({
    arrivalDate: hotelDate.nullish(),
    departureDate: hotelDate.nullish(),
    guestCounts: counts.nullish(),
    currentRoomInfo: z.object({ roomType: text, roomId: text }).nullish(),
    roomRates: z.array(segment).nullish(),
  }),
  reservationGuests: z.array(z.unknown()).nullish(),
  comments: z.array(z.object({ comment: z.object({ text: z.object({ value: z.string() }) }) })).nullish(),
})
export type ReservationBody = z.output<typeof reservationBody>

/** Prices stay where all nights bring theirs and are held to them; else those of the rate plan are taken. */
export const keepsPrices = ({ roomStay: { roomRates } }: ReservationBody, leftOutIsGone: boolean): boolean =>
  roomRates ? roomRates.every(({ fixedRate, rates }) => fixedRate === true && rates?.rate != null) : !leftOutIsGone

/**
 * What a booking becomes by a body.
 * @param leftOutIsGone the vendor does not say which: what a body leaves out stays as it is, or is taken away
 */
export function applied(booking: Booking, body: ReservationBody, leftOutIsGone: boolean): Partial<Booking> {
  const { roomStay, comments, reservationGuests } = body
  const [rate] = roomStay.roomRates ?? []
  const or = <T>(left: T, gone: T) => (leftOutIsGone ? gone : left)
  const checkIn = roomStay.arrivalDate ?? booking.checkIn
  const checkOut = roomStay.departureDate ?? booking.checkOut
  const room = roomStay.currentRoomInfo?.roomId ?? rate?.roomId ?? or(booking.roomNumber, null)
  return {
    ...{ checkIn, checkOut },
    adults: roomStay.guestCounts?.adults ?? or(booking.adults, 1),
    children: roomStay.guestCounts?.children ?? or(booking.children, 0),
    roomTypeExternalId: rate?.roomType ?? roomStay.currentRoomInfo?.roomType ?? or(booking.roomTypeExternalId, null),
    ratePlanExternalId: rate?.ratePlanCode ?? or(booking.ratePlanExternalId, null),
    ...{ roomExternalId: room, roomNumber: room },
    notes: comments ? comments.map(({ comment }) => comment.text.value).join('\n') || null : or(booking.notes, null),
    ...(reservationGuests?.length
      ? {}
      : or({}, { guestName: 'Unknown guest', guestEmail: null, guestExternalId: null })),
    totalAmountCents: totalOf(booking, body, { checkIn, checkOut }, leftOutIsGone),
  }
}

function totalOf(
  booking: Booking,
  body: ReservationBody,
  stay: Pick<Booking, 'checkIn' | 'checkOut'>,
  leftOutIsGone: boolean,
): number | null {
  const { totalAmountCents, currency } = booking
  if (totalAmountCents === null || currency === null) return null
  const rates = body.roomStay.roomRates
  if (!keepsPrices(body, leftOutIsGone)) return Math.round((totalAmountCents / nightsOf(booking)) * nightsOf(stay))
  if (!rates) return totalAmountCents
  const isSame = stay.checkIn === booking.checkIn && lastNightOf(stay) === lastNightOf(booking)
  if (isSame) return totalAmountCents
  const nights = rates.flatMap(({ rates: priced }) => priced?.rate ?? [])
  const sum = nights.map(({ start, end, base }) => {
    const count = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1
    return minorUnitsOf(base.amountBeforeTax, base.currencyCode) * count
  })
  return sum.reduce((total, one) => total + one, 0)
}
