import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import { hotelDate } from '../../../records/common.ts'
import { dayNumber } from '../../../records/days.ts'
import { wallClockOf } from '../../local-time.ts'
import type { WriteRequest } from '../../simulator-kit/desk.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { answerOf, type Command, flag, refusal } from './answers.ts'

type Booking = SimulatedItems['bookings']
type Request = WriteRequest<'bookings'>
type Part = Omit<Request, 'kind' | 'externalId'>

const room = z.object({
  subReservationID: z.string().optional(),
  roomTypeID: z.string(),
  checkinDate: hotelDate,
  checkoutDate: hotelDate,
  adults: z.coerce.number().int().min(1),
  children: z.coerce.number().int().min(0),
  // Left out, the price is made anew.
  adjustPrice: flag.default(true),
})

const reservation = z.object({
  reservationID: z.string(),
  status: z.enum(['confirmed', 'not_confirmed', 'canceled', 'checked_in', 'checked_out', 'no_show']).optional(),
  rooms: z.array(room).length(1).optional(),
  sendStatusChangeEmail: flag.default(false),
})

/** Either the one room of the reservation or its status. */
const putReservation: Command = (form, hotel) => {
  const { data, error } = reservation.safeParse(form)
  if (data === undefined) return refusal(`Parameter ${error.issues[0]?.path.join('.')} is required`)
  const [change] = data.rooms ?? []
  const part = change === undefined ? statusOf(data) : stayOf(change, data.reservationID, hotel)
  if (part === null) return refusal('There is nothing to change')
  const { reservationID: externalId } = data
  return answerOf(hotel.desk.perform({ ...part, kind: 'bookings', externalId }), {
    data: { reservationID: externalId },
  })
}

function stayOf(wanted: z.output<typeof room>, id: string, hotel: SimulatedHotel): Part {
  const { checkinDate: checkIn, checkoutDate: checkOut, adults, children } = wanted
  const type = hotel.collections.roomTypes.find(wanted.roomTypeID)
  const fields = {
    ...{ checkIn, checkOut, adults, children },
    ...(type && { roomTypeExternalId: type.externalId, roomType: type.name }),
  }
  return {
    action: 'BOOKING_CHANGE',
    sideEffects: wanted.adjustPrice ? ['REPRICE'] : [],
    refuse(now) {
      if (wanted.subReservationID !== undefined && wanted.subReservationID !== id) return 'no_room'
      if (type === undefined) return 'no_type'
      if (checkOut < checkIn) return 'dates'
      if (isOver(now.status)) return 'over'
      return isTaken({ ...now, ...fields }, hotel) ? 'occupied' : null
    },
    change: (now) => ({ ...fields, ...(wanted.adjustPrice && priceOf(now, checkIn, checkOut)) }),
  }
}

const nights = (from: string, to: string) => Math.max(dayNumber(to) - dayNumber(from), 1)

const priceOf = ({ checkIn, checkOut, totalAmountCents }: Booking, from: string, to: string) =>
  totalAmountCents !== null && {
    totalAmountCents: Math.round((totalAmountCents / nights(checkIn, checkOut)) * nights(from, to)),
  }

/** What a status is set to, and from where; one that is set already is set. */
const STATUSES: Readonly<Record<string, readonly [Part['action'], BookingStatus, readonly BookingStatus[]]>> = {
  canceled: ['BOOKING_CANCEL', 'CANCELLED', ['PENDING', 'CONFIRMED', 'CANCELLED']],
  confirmed: ['BOOKING_REINSTATE', 'CONFIRMED', ['PENDING', 'CONFIRMED', 'CANCELLED', 'NO_SHOW']],
}

function statusOf({ status, sendStatusChangeEmail }: z.output<typeof reservation>): Part | null {
  const [action, to, from] = STATUSES[status ?? ''] ?? []
  if (action === undefined || to === undefined || from === undefined) return null
  return {
    ...{ action, sideEffects: sendStatusChangeEmail ? ['MAIL'] : [] },
    refuse: (now) => (from.includes(now.status) ? null : 'status'),
    change: () => ({ status: to }),
  }
}

const assignment = z.object({
  reservationID: z.string(),
  subReservationID: z.string().optional(),
  newRoomID: z.string().min(1),
  roomTypeID: z.string().optional(),
  oldRoomID: z.string().optional(),
  adjustPrice: flag.default(false),
})

const postRoomAssign: Command = (form, hotel) => {
  const { data } = assignment.safeParse(form)
  if (data === undefined) return refusal('Parameter newRoomID is required')
  const next = hotel.collections.rooms.find(data.newRoomID)
  const fields = next && { roomExternalId: next.externalId, roomNumber: next.roomNumber }
  const outcome = hotel.desk.perform({
    ...{ kind: 'bookings', externalId: data.reservationID, action: 'BOOKING_ROOM' },
    sideEffects: data.adjustPrice ? ['REPRICE'] : [],
    refuse(now) {
      if (isOver(now.status)) return 'over'
      if (fields === undefined || (now.roomExternalId ?? undefined) !== data.oldRoomID) return 'no_room'
      if (next?.roomType !== now.roomType || data.roomTypeID !== now.roomTypeExternalId) return 'other_type'
      return isTaken({ ...now, ...fields }, hotel) ? 'occupied' : null
    },
    change: () => ({ ...fields }),
  })
  return answerOf(outcome)
}

/** Whether another one has its room on one of its nights. */
function isTaken(booking: Booking, { collections }: SimulatedHotel): boolean {
  const { ledger, read } = collections.bookings
  if (booking.roomExternalId === null) return false
  const isInTheWay = (other: Booking) =>
    other.externalId !== booking.externalId &&
    other.roomExternalId === booking.roomExternalId &&
    !isOver(other.status) &&
    other.checkIn < booking.checkOut &&
    booking.checkIn < other.checkOut
  return ledger.entries.map(read).some(isInTheWay)
}

const isOver = (status: BookingStatus) => status === 'CANCELLED' || status === 'NO_SHOW' || status === 'CHECKED_OUT'

const postRoomCheckIn: Command = (form, hotel) =>
  moveOn(form, hotel, 'BOOKING_CHECK_IN', 'CHECKED_IN', ({ status, checkIn, roomExternalId }) => {
    if (status !== 'CONFIRMED' && status !== 'PENDING') return 'status'
    if (roomExternalId === null) return 'unassigned'
    return checkIn > wallClockOf(hotel.clock.now(), hotel.timeZone).slice(0, 10) ? 'too_early' : null
  })

const postRoomCheckOut: Command = (form, hotel) =>
  moveOn(form, hotel, 'BOOKING_CHECK_OUT', 'CHECKED_OUT', ({ status, isUnpaid }) => {
    if (status !== 'CHECKED_IN') return 'status'
    return isUnpaid ? 'balance' : null
  })

const roomOf = z.object({ reservationID: z.string(), subReservationID: z.string() })

function moveOn(
  form: unknown,
  { desk }: SimulatedHotel,
  action: Request['action'],
  status: BookingStatus,
  refuse: Request['refuse'],
) {
  const { data } = roomOf.safeParse(form)
  if (data === undefined) return refusal('Parameter subReservationID is required')
  const about = { kind: 'bookings', externalId: data.reservationID, action } as const
  return answerOf(desk.perform({ ...about, sideEffects: [], refuse, change: () => ({ status }) }))
}

/** By method. */
export const BOOKING_COMMANDS: readonly (readonly [string, Command])[] = [
  ['PUT putReservation', putReservation],
  ['POST postRoomAssign', postRoomAssign],
  ['POST postRoomCheckIn', postRoomCheckIn],
  ['POST postRoomCheckOut', postRoomCheckOut],
]
