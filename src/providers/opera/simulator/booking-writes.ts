import { z } from 'zod'
import type { SideEffect } from '../../simulator.ts'
import type { WriteRequest } from '../../simulator-kit/desk.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { applied, keepsPrices, reservationBody } from './booking-body.ts'
import type { Locks } from './locks.ts'
import { typeCodeOf } from './render-house.ts'

type Booking = SimulatedItems['bookings']

/** What a route makes of a body; null: it does not fit the operation. Locks are looked at when a request arrives. */
export type BookingRequest = Pick<WriteRequest<'bookings'>, 'action' | 'sideEffects' | 'refuse' | 'change'>
export type BookingRoute = (body: unknown, at: Place) => BookingRequest | null

export interface Place {
  readonly id: string
  /** Of the path, for moves. */
  readonly roomId: string | null
  readonly hotel: SimulatedHotel
  readonly locks: Locks
  readonly folios: ReadonlySet<string>
}

const ids = z.array(z.object({ id: z.string(), type: z.string() })).min(1)

/** By method and path below the reservation. */
export const bookingRoutes: Readonly<Record<string, BookingRoute>> = {
  'PUT rsv ': (body, { id, hotel, locks }) => {
    const parsed = z.object({ reservations: z.array(reservationBody).length(1) }).safeParse(body)
    const [wanted] = parsed.data?.reservations ?? []
    if (wanted === undefined) return null
    const leftOutIsGone = hotel.faults().write?.leftOutIsGone === true
    const lock = locks.refuse(id, wanted.lockHandle, hotel)
    return {
      action: 'BOOKING_CHANGE',
      sideEffects: keepsPrices(wanted, leftOutIsGone) ? [] : ['REPRICE'],
      refuse(booking) {
        const next = { ...booking, ...applied(booking, wanted, leftOutIsGone) }
        if (next.checkOut < next.checkIn) return 'invalid_dates'
        if (OVER.has(booking.status)) return 'over'
        if (booking.status === 'CHECKED_IN' && next.checkIn !== booking.checkIn) return 'arrived'
        if (next.roomTypeExternalId !== null && !hotel.collections.roomTypes.find(next.roomTypeExternalId))
          return 'unknown_type'
        return lock ?? (isTaken(next, hotel) ? 'overbooking' : null)
      },
      change: (booking) => applied(booking, wanted, leftOutIsGone),
    }
  },
  'POST rsv /cancellations': (body, { id, hotel, locks }) => {
    const one = z.object({ reservationIdList: ids, hotelId: z.string(), reservationLockHandle: z.number().optional() })
    const parsed = z
      .object({
        reason: z.object({ code: z.string().min(1) }),
        reservations: z.array(one).length(1),
        reservationNotification: z.boolean().default(false),
        verificationOnly: z.boolean().default(false),
      })
      .safeParse(body)
    if (!parsed.success) return null
    const { reservations, reservationNotification, verificationOnly, reason } = parsed.data
    const lock = locks.refuse(id, reservations[0]?.reservationLockHandle, hotel)
    return {
      action: 'BOOKING_CANCEL',
      sideEffects: mailIf(reservationNotification),
      refuse({ status }) {
        if (reason.code !== CANCEL_REASON) return 'unknown_reason'
        if (verificationOnly) return 'only_checked'
        return isOpen(status) ? lock : 'not_reserved'
      },
      change: () => ({ status: 'CANCELLED' }),
    }
  },
  'PUT rsv /cancellations': (body, { id, hotel, locks }) => {
    const parsed = z
      .object({ hotelId: z.string(), reservationIdList: ids, reservationLockHandle: z.number().optional() })
      .safeParse(body)
    if (!parsed.success) return null
    const lock = locks.refuse(id, parsed.data.reservationLockHandle, hotel)
    return {
      action: 'BOOKING_REINSTATE',
      sideEffects: [],
      refuse: ({ status }) => (status === 'CANCELLED' ? lock : 'not_cancelled'),
      change: () => ({ status: 'CONFIRMED' }),
    }
  },
  'POST fof /roomAssignments': (body, at) => roomRoute(body, at, ({ status }) => (isOpen(status) ? null : 'in_house')),
  'PUT fof /roomMoves': (body, at) =>
    roomRoute(body, at, ({ status, roomNumber }) => {
      if (status !== 'CHECKED_IN') return 'not_in_house'
      return roomNumber === at.roomId ? null : 'other_room'
    }),
  'PUT fof /rooms': (_, { id, hotel, locks }) => ({
    action: 'BOOKING_ROOM',
    sideEffects: [],
    refuse: ({ status }) => (isOpen(status) ? locks.refuse(id, undefined, hotel) : 'in_house'),
    change: () => ({ roomExternalId: null, roomNumber: null }),
  }),
  'POST fof /checkIns': (body, { id, hotel, locks }) => {
    const reservation = z.object({
      ...{ roomId: z.string().optional(), lockHandle: z.number().optional() },
      ignoreWarnings: z.boolean().default(false),
    })
    const parsed = z.object({ reservation }).safeParse(body)
    if (!parsed.success) return null
    const { roomId, lockHandle, ignoreWarnings } = parsed.data.reservation
    const lock = locks.refuse(id, lockHandle, hotel)
    return {
      action: 'BOOKING_CHECK_IN',
      sideEffects: [],
      refuse(booking) {
        if (!isOpen(booking.status) || booking.checkIn !== hotel.today) return 'not_due'
        const room = roomId ?? booking.roomNumber
        if (room === null) return 'no_room'
        return lock ?? closedOrDirty(room, hotel, ignoreWarnings)
      },
      change: ({ roomNumber }) => {
        const room = roomId ?? roomNumber
        return { status: 'CHECKED_IN', roomNumber: room, roomExternalId: room }
      },
    }
  },
  'DELETE fof /checkIns': (_, { id, hotel, locks }) => ({
    action: 'BOOKING_UNDO_CHECK_IN',
    sideEffects: [],
    refuse({ status, checkIn }) {
      if (status !== 'CHECKED_IN') return 'not_in_house'
      return checkIn === hotel.today ? locks.refuse(id, undefined, hotel) : 'not_today'
    },
    change: () => ({ status: 'CONFIRMED' }),
  }),
  'POST csh /checkOuts': (body, { id, hotel, locks, folios }) => {
    const reservation = z.object({
      ...{ reservationIdList: ids, hotelId: z.string(), cashierId: z.number(), eventType: z.literal('CheckOut') },
      mobileCheckoutFolioEmail: z.string().optional(),
    })
    const parsed = z.object({ reservation, verificationOnly: z.boolean().default(false) }).safeParse(body)
    if (!parsed.success) return null
    return {
      action: 'BOOKING_CHECK_OUT',
      sideEffects: mailIf(parsed.data.reservation.mobileCheckoutFolioEmail !== undefined),
      refuse({ status, checkOut }) {
        if (parsed.data.verificationOnly) return 'only_checked'
        if (status !== 'CHECKED_IN') return 'not_in_house'
        if (checkOut > hotel.today) return 'early_departure'
        return folios.has(id) ? locks.refuse(id, undefined, hotel) : 'no_folio'
      },
      change: () => ({ status: 'CHECKED_OUT' }),
    }
  },
}

/** The one code that the hotel has for cancellations. */
export const CANCEL_REASON = 'CXL'

const OVER: ReadonlySet<string> = new Set(['CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])
const isOpen = (status: string) => status === 'CONFIRMED' || status === 'PENDING'
const mailIf = (isSent: boolean): SideEffect[] => (isSent ? ['MAIL'] : [])

function roomRoute(body: unknown, { id, hotel, locks }: Place, judge: (booking: Booking) => string | null) {
  const criteria = z.object({
    ...{ hotelId: z.string(), reservationIdList: ids, roomId: z.string() },
    updateRoomTypeCharged: z.boolean().default(false),
    overrideInstructions: z.object({ dirtyRoom: z.boolean().optional() }).optional(),
  })
  const parsed = z.object({ criteria }).safeParse(body)
  if (!parsed.success) return null
  const { roomId, updateRoomTypeCharged, overrideInstructions } = parsed.data.criteria
  const request: BookingRequest = {
    action: 'BOOKING_ROOM',
    sideEffects: updateRoomTypeCharged ? ['REPRICE'] : [],
    refuse(booking) {
      const room = hotel.collections.rooms.find(roomId)
      if (room === undefined) return 'unknown_room'
      const why = judge(booking) ?? locks.refuse(id, undefined, hotel)
      if (why !== null) return why
      if (typeCodeOf(room.roomType) !== booking.roomTypeExternalId) return 'other_type'
      if (isTaken({ ...booking, roomNumber: roomId }, hotel)) return 'room_taken'
      return closedOrDirty(roomId, hotel, overrideInstructions?.dirtyRoom === true)
    },
    change: () => ({ roomExternalId: roomId, roomNumber: roomId }),
  }
  return request
}

/** Whether somebody else has the room on one of these nights. */
function isTaken({ externalId, roomNumber, checkIn, checkOut }: Booking, { collections }: SimulatedHotel): boolean {
  if (roomNumber === null) return false
  const { ledger, read } = collections.bookings
  return ledger.entries.some((entry) => {
    const other = read(entry)
    const isThere = other.roomNumber === roomNumber && !OVER.has(other.status) && other.externalId !== externalId
    return isThere && other.checkIn < checkOut && checkIn < other.checkOut
  })
}

function closedOrDirty(room: string, { collections }: SimulatedHotel, takesDirty: boolean): string | null {
  const state = collections.housekeeping.find(room)
  if (state === undefined) return 'unknown_room'
  if (state.roomStatus === 'OUT_OF_ORDER' || state.roomStatus === 'OUT_OF_SERVICE') return 'room_closed'
  if (state.roomStatus === 'BLOCKED') return 'room_on_hold'
  return takesDirty || state.condition === 'CLEAN' || state.condition === 'INSPECTED' ? null : 'room_dirty'
}
