import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import { wallClockOf } from '../../local-time.ts'
import type { SideEffect } from '../../simulator.ts'
import type { WriteRequest } from '../../simulator-kit/desk.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { answerOf, type Command } from './answers.ts'
import { renderNotes } from './render-booking.ts'
import { isOn, updateReservations } from './write-update.ts'

type Request = WriteRequest<'bookings'>

const cancel = z.object({
  ReservationIds: z.array(z.guid()).min(1).max(1_000),
  Notes: z.string().min(1),
  ...{ SendEmail: isOn, PostCancellationFee: isOn },
})

const cancelReservations: Command = (body, { desk }) => {
  const { data } = cancel.safeParse(body)
  if (data === undefined) return null
  const sideEffects: SideEffect[] = [
    ...(data.SendEmail === false ? [] : (['MAIL'] as const)),
    ...(data.PostCancellationFee ? (['FEE'] as const) : []),
  ]
  const outcomes = data.ReservationIds.map((externalId) =>
    desk.perform({
      ...{ kind: 'bookings', action: 'BOOKING_CANCEL', externalId, sideEffects },
      refuse: ({ status }) => (status === 'CONFIRMED' || status === 'PENDING' ? null : 'not_cancellable'),
      change: () => ({ status: 'CANCELLED' as const }),
    }),
  )
  return answerOf(outcomes, 'ReservationIds', () => ({ ReservationIds: data.ReservationIds }))
}

const one = z.object({ ReservationId: z.guid(), AllowOpenBalance: isOn })

const startReservation: Command = (body, hotel) =>
  moveOn(body, hotel, 'BOOKING_CHECK_IN', 'CHECKED_IN', ({ status, checkIn, roomExternalId }) => {
    if (status !== 'CONFIRMED') return 'not_confirmed'
    if (checkIn > todayOf(hotel)) return 'in_future'
    if (roomExternalId === null) return 'no_space'
    return isInspected(roomExternalId, hotel) ? null : 'not_inspected'
  })

const isInspected = (id: string, { collections }: SimulatedHotel) =>
  collections.housekeeping.find(id)?.condition === 'INSPECTED'

const processReservation: Command = (body, hotel) =>
  moveOn(body, hotel, 'BOOKING_CHECK_OUT', 'CHECKED_OUT', ({ status, checkOut, isUnpaid }, allowsDebts) => {
    if (status !== 'CHECKED_IN') return 'not_started'
    if (checkOut > todayOf(hotel)) return 'too_early'
    return isUnpaid && !allowsDebts ? 'open_balance' : null
  })

function moveOn(
  body: unknown,
  { desk }: SimulatedHotel,
  action: Request['action'],
  status: BookingStatus,
  refuse: (booking: SimulatedItems['bookings'], allowsDebts: boolean) => string | null,
) {
  const { data } = one.safeParse(body)
  if (data === undefined) return null
  const about = { kind: 'bookings', externalId: data.ReservationId } as const
  const rule = (booking: SimulatedItems['bookings']) => refuse(booking, data.AllowOpenBalance === true)
  const outcome = desk.perform({ ...about, action, sideEffects: [], refuse: rule, change: () => ({ status }) })
  return answerOf([outcome], 'ReservationId', () => ({}))
}

const todayOf = ({ clock, timeZone }: SimulatedHotel) => wallClockOf(clock.now(), timeZone).slice(0, 10)

const notes = z.object({
  ServiceOrderNotes: z
    .array(z.object({ ServiceOrderId: z.guid(), Text: z.string().min(1) }))
    .min(1)
    .max(1_000),
})

const addNotes: Command = (body, { desk, collections }) => {
  const { data } = notes.safeParse(body)
  if (data === undefined) return null
  const outcomes = data.ServiceOrderNotes.map(({ ServiceOrderId: externalId, Text }) =>
    desk.perform({
      ...{ kind: 'bookings', action: 'BOOKING_NOTE', externalId, sideEffects: [], refuse: () => null },
      change: (booking) => ({ notes: booking.notes === null ? Text : `${booking.notes}\n${Text}` }),
    }),
  )
  const added = () =>
    data.ServiceOrderNotes.flatMap(({ ServiceOrderId }) => {
      const booking = collections.bookings.find(ServiceOrderId)
      return booking === undefined ? [] : renderNotes(booking).slice(-1)
    })
  return answerOf(outcomes, 'ServiceOrderId', () => ({ ServiceOrderNotes: added() }))
}

/** By path. */
export const BOOKING_COMMANDS: readonly (readonly [string, Command])[] = [
  ['reservations/update', updateReservations],
  ['reservations/cancel', cancelReservations],
  ['reservations/start', startReservation],
  ['reservations/process', processReservation],
  ['serviceOrderNotes/add', addNotes],
]
