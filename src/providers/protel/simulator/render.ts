import { decimalOf } from '../../money.ts'
import type { RecordInputs } from '../../provider.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { reservationStatuses, roomStateOf } from '../status.ts'
import type { WireReservation, WireRoom, WireRoomState } from '../wire.ts'

type Booking = SimulatedItems['bookings']
type Room = SimulatedItems['rooms']

export function renderReservation(booking: Booking, { timeZone }: SimulatedProperty): WireReservation {
  const { totalAmountCents, currency, status } = booking
  return {
    id: booking.externalId,
    crsConfirmation: booking.confirmationNumber,
    ...statusParts(status),
    arrival: hotelTime(booking.checkIn, '15:00', timeZone),
    departure: hotelTime(booking.checkOut, '11:00', timeZone),
    checkedInAt: status === 'CHECKED_IN' ? hotelTime(booking.checkIn, '15:12', timeZone) : null,
    checkedOutAt: status === 'CHECKED_OUT' ? hotelTime(booking.checkOut, '10:48', timeZone) : null,
    roomId: booking.roomExternalId,
    roomNumber: booking.roomNumber,
    roomLocked: booking.roomNumber !== null,
    roomTypeCode: codeOf(booking.roomType ?? ''),
    ratePlanCode: 'BAR',
    adults: booking.adults,
    children: booking.children ?? 0,
    total: totalAmountCents === null || !currency ? null : { amount: decimalOf(totalAmountCents, currency), currency },
    guests: [renderGuest(booking)],
    comments: booking.notes?.split('\n') ?? [],
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.externalUpdatedAt.toISOString(),
  }
}

/** protel's status and, beneath it, one of the hotel's own; an option is a reservation like any other to protel. */
function statusParts(status: Booking['status']) {
  const { values } = reservationStatuses
  const name = Object.keys(values).find((key) => values[key] === status) ?? 'OTHER'
  if (status !== 'PENDING') return { status: name, pmsStatusCode: 'G', pmsStatusName: 'Guaranteed' }
  return { status: 'RESERVED', pmsStatusCode: TENTATIVE, pmsStatusName: 'Option' }
}

export const TENTATIVE = 'O'

/** A reservation knows a guest's whole name; which part is which is a guess that joins to the same again. */
function renderGuest({ guestName, guestEmail, guestExternalId }: Booking): WireReservation['guests'][number] {
  const [givenName = '', ...others] = guestName.split(' ')
  return {
    profileId: guestExternalId,
    givenName,
    surname: others.join(' '),
    email: guestEmail,
    phone: null,
    countryCode: null,
    isPrimary: true,
  }
}

export function renderRoom(room: Room): WireRoom {
  const code = codeOf(room.roomType ?? '')
  return {
    id: room.externalId,
    number: room.roomNumber,
    roomType: { id: code, code, name: room.roomType ?? '' },
    updatedAt: room.externalUpdatedAt.toISOString(),
  }
}

type Housekeeping = SimulatedItems['housekeeping']

export function renderRoomState(room: Housekeeping): WireRoomState {
  const { externalId: id, roomNumber: number, externalUpdatedAt } = room
  return { id, number, hkStatus: hkStatusOf(room), updatedAt: externalUpdatedAt.toISOString() }
}

type RoomState = Pick<RecordInputs['housekeeping'], 'roomStatus' | 'condition'>

/** The one word for what a room is, as far as there is one. */
function hkStatusOf({ roomStatus, condition }: RoomState): string {
  if (roomStatus === 'OUT_OF_ORDER') return 'OUT_OF_ORDER'
  if (roomStatus === 'OUT_OF_SERVICE' || roomStatus === 'BLOCKED') return 'OFF_MARKET'
  if ((condition === 'PICKUP' || condition === 'IN_PROGRESS') && roomStatus === 'AVAILABLE') return 'PICKUP'
  const isClean = condition === 'CLEAN' || condition === 'INSPECTED'
  return `${roomStatus === 'OCCUPIED' ? 'OCCUPIED' : 'VACANT'}_${isClean ? 'CLEAN' : 'DIRTY'}`
}

/** What a record can still say of a room's state: one word tells less than two. */
export function housekeepingFacts(facts: Partial<RecordInputs['housekeeping']>): Partial<RecordInputs['housekeeping']> {
  const { externalId, externalUpdatedAt, roomNumber, roomStatus, condition } = facts
  if (condition === undefined || externalId === undefined) return {}
  const ctx = { hotel: { id: '', externalHotelId: null, timeZone: 'UTC', currency: 'EUR' }, report: () => {} }
  return { externalId, externalUpdatedAt, roomNumber, ...roomStateOf(hkStatusOf({ roomStatus, condition }), ctx) }
}

export function roomFacts(facts: Partial<RecordInputs['rooms']>): Partial<RecordInputs['rooms']> {
  const { externalId, externalUpdatedAt, roomNumber, roomType } = facts
  if (externalId === undefined || roomNumber === undefined) return {}
  return { externalId, externalUpdatedAt, roomNumber, roomType: codeOf(roomType ?? '') }
}

/** Where a booking came from is not in the contract. */
export function bookingFacts(facts: Partial<RecordInputs['bookings']>): Partial<RecordInputs['bookings']> {
  const { source: _, roomTypeExternalId: _roomType, ratePlanExternalId: _ratePlan, roomType, ...others } = facts
  return { ...others, roomType: codeOf(roomType ?? '') }
}

/** `Standard Double` → `SD`. */
const codeOf = (roomType: string) => roomType.replaceAll(/[^A-Z]/g, '')

const offsets = new Map<string, string>()

/** A time of day in the hotel with the offset that it has there and then: `2026-08-21T15:00:00+02:00`. */
function hotelTime(day: string, time: string, timeZone: string): string {
  const key = `${timeZone} ${day}`
  const offset = offsets.get(key) ?? offsetAround(day, timeZone)
  offsets.set(key, offset)
  return `${day}T${time}:00${offset}`
}

function offsetAround(day: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const parts = format.formatToParts(new Date(`${day}T12:00:00Z`))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return name.replace('GMT', '') || '+00:00'
}
