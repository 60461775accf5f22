import { z } from 'zod'
import { connectorStatus } from '../status.ts'
import type { WireReservation } from '../wire.ts'
import { guestsOf, stayInfoOf } from './guest.ts'
import { allAt, attributeOf, findDeep, firstAt, isTrue, type XmlElement, xmlElement } from './xml.ts'

/** A reservation as a message carried it, kept as the raw item. */
const reservationMessage = z.object({
  message: z.string(),
  timeStamp: z.string().nullable(),
  reservation: xmlElement,
})
export type ReservationMessage = z.output<typeof reservationMessage>

/** Whether a raw item came in a message rather than from the connector. */
export function isReservationMessage(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'message' in raw && 'reservation' in raw
}

/** The id in a raw item that came in a message; null when it is none, or is too broken. */
export function idOfMessage(raw: unknown): string | null {
  const parsed = reservationMessage.safeParse(raw)
  return parsed.success ? reservationId(parsed.data.reservation) : null
}

/** protel's own id of a reservation; null when the message names none. */
export const reservationId = (reservation: XmlElement) => attributeOf(uniqueId(reservation, true), 'ID')

/** Whether the message says everything about the stay. Check-in and check-out often carry no more than an id. */
export function isWhole(reservation: XmlElement): boolean {
  const span = firstAt(reservation, 'RoomStays', 'RoomStay', 'TimeSpan')
  return attributeOf(span, 'Start') !== null && attributeOf(span, 'End') !== null
}

/**
 * The connector's shape of a reservation in a message. Messages are full overlays: what one does not say is gone, so it
 * is null here and not left alone.
 */
export function reservationOf(raw: unknown): WireReservation {
  const { message, timeStamp, reservation } = reservationMessage.parse(raw)
  const stay = firstAt(reservation, 'RoomStays', 'RoomStay')
  const roomType = firstAt(stay, 'RoomTypes', 'RoomType')
  const hotelStatus = findDeep(firstAt(reservation, 'TPA_Extensions'), 'ReservationStatus')
  const roomId = attributeOf(roomType, 'RoomID')
  return {
    id: reservationId(reservation) ?? '',
    crsConfirmation: attributeOf(uniqueId(reservation, false), 'ID'),
    status: connectorStatus(attributeOf(reservation, 'ResStatus') ?? STATUS_OF[message] ?? 'OTHER'),
    pmsStatusCode: attributeOf(hotelStatus, 'Code'),
    pmsStatusName: attributeOf(hotelStatus, 'Name'),
    ...timesOf(reservation, stay),
    roomId,
    roomNumber: roomId,
    roomLocked: isTrue(attributeOf(reservation, 'RoomNumberLockedIndicator')),
    roomTypeCode: attributeOf(roomType, 'RoomTypeCode'),
    ratePlanCode: attributeOf(firstAt(stay, 'RatePlans', 'RatePlan'), 'RatePlanCode'),
    ...personsOf(stay),
    total: totalOf(firstAt(stay, 'Total')),
    guests: guestsOf(reservation),
    comments: commentsOf(stay, firstAt(reservation, 'ResGlobalInfo')),
    createdAt: attributeOf(reservation, 'CreateDateTime'),
    updatedAt: attributeOf(reservation, 'LastModifyDateTime') ?? timeStamp,
  }
}

/** What a message means by itself when its reservation has no status. */
const STATUS_OF: Readonly<Record<string, string>> = {
  HTNG_HotelCheckInNotifRQ: 'IN_HOUSE',
  HTNG_HotelCheckOutNotifRQ: 'CHECKED_OUT',
}

/** A reservation may have two: protel's own and that of the reservation system that made it. */
function uniqueId(reservation: XmlElement, isOwn: boolean): XmlElement | undefined {
  const ids = allAt(reservation, 'UniqueID').filter((id) => attributeOf(id, 'Type') === '14')
  return ids.find((id) => ((attributeOf(id, 'ID_Context') ?? 'protelIO') === 'protelIO') === isOwn)
}

/** The stay's days, with the hour where the primary guest's own stay agrees about the day. */
function timesOf(reservation: XmlElement, stay: XmlElement | undefined) {
  const span = firstAt(stay, 'TimeSpan')
  const info = stayInfoOf(reservation)
  const [start, end] = [attributeOf(span, 'Start') ?? '', attributeOf(span, 'End') ?? '']
  return {
    arrival: sameDay(attributeOf(info, 'Arrival'), start) ?? start,
    departure: sameDay(attributeOf(info, 'Departure'), end) ?? end,
    checkedInAt: attributeOf(info, 'CheckedIn'),
    checkedOutAt: attributeOf(info, 'CheckedOut'),
  }
}

const sameDay = (instant: string | null, day: string) => (instant?.slice(0, 10) === day.slice(0, 10) ? instant : null)

/** OTA's age code for adults; the others are children, teenagers and infants. */
const ADULT = '10'

function personsOf(stay: XmlElement | undefined) {
  const counts = allAt(stay, 'GuestCounts', 'GuestCount')
  const sum = (isAdult: boolean) =>
    counts
      .filter((count) => ((attributeOf(count, 'AgeQualifyingCode') ?? ADULT) === ADULT) === isAdult)
      .reduce((total, count) => total + Number(attributeOf(count, 'Count') ?? 1), 0)
  return { adults: sum(true), children: sum(false) }
}

function totalOf(total: XmlElement | undefined) {
  const [amount, currency] = [attributeOf(total, 'AmountAfterTax'), attributeOf(total, 'CurrencyCode')]
  return amount === null || currency === null ? null : { amount, currency }
}

function commentsOf(...places: readonly (XmlElement | undefined)[]): string[] {
  const texts = places.flatMap((place) => allAt(place, 'Comments', 'Comment', 'Text').map(({ text }) => text))
  return texts.filter((text) => text !== '')
}
