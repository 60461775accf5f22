import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import { dayNumber } from '../../../records/days.ts'
import { wallClockOf } from '../../local-time.ts'
import type { SideEffect } from '../../simulator.ts'
import type { WriteRequest } from '../../simulator-kit/desk.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import type { Command } from './answers.ts'
import { answerOf } from './answers.ts'
import { CATEGORIES } from './catalog.ts'
import { ADULT_ID, CHILD_ID } from './ids.ts'
import { renderUpdated } from './render-booking.ts'

type Booking = SimulatedItems['bookings']
type Request = WriteRequest<'bookings'>

const wrapped = <T extends z.ZodType>(value: T) => z.object({ Value: value }).optional()
const instant = z.iso.datetime({ offset: true })
/** Left out is something else than off. */
export const isOn = z.boolean().nullish()

const update = z.object({
  ReservationId: z.guid(),
  ReservationUpdates: z
    .array(
      z.object({
        ReservationId: z.guid(),
        StartUtc: wrapped(instant),
        EndUtc: wrapped(instant),
        RequestedCategoryId: wrapped(z.guid()),
        AssignedResourceId: wrapped(z.guid().nullable()),
        AssignedResourceLocked: wrapped(z.boolean()),
        PersonCounts: wrapped(z.array(z.object({ AgeCategoryId: z.guid(), Count: z.int().min(0) }))),
      }),
    )
    .min(1)
    .max(1_000),
  ...{ Reprice: isOn, ApplyCancellationFee: isOn, CheckOverbooking: isOn, Reason: z.string().nullish() },
})
type Update = z.output<typeof update>['ReservationUpdates'][number]
type Manner = Pick<z.output<typeof update>, 'Reprice' | 'ApplyCancellationFee' | 'CheckOverbooking'>

export const updateReservations: Command = (body, hotel) => {
  const { data } = update.safeParse(body)
  if (data === undefined) return null
  const requests = data.ReservationUpdates.map((one) => updateOf(one, data, hotel))
  // A price is changed for a reason.
  const isRepriced = requests.some((request) => request?.sideEffects.includes('REPRICE'))
  if (requests.includes(null) || (isRepriced && !data.Reason)) return null
  const outcomes = requests.flatMap((request) => request ?? []).map((request) => hotel.desk.perform(request))
  const ids = data.ReservationUpdates.map(({ ReservationId }) => ReservationId)
  return answerOf(outcomes, 'ReservationId', () => ({
    Reservations: ids
      .flatMap((id) => hotel.collections.bookings.find(id) ?? [])
      .map((one) => renderUpdated(one, hotel)),
  }))
}

/** What is left out of an update stays. Prices and fees follow unless that is switched off. */
function updateOf(wanted: Update, manner: Manner, hotel: SimulatedHotel): Request | null {
  const externalId = wanted.ReservationId
  const booking = hotel.collections.bookings.find(externalId)
  const fields = fieldsOf(wanted, hotel)
  if (fields === null) return null
  const next = booking && { ...booking, ...fields }
  return {
    ...{ kind: 'bookings', externalId, action: 'roomExternalId' in fields ? 'BOOKING_ROOM' : 'BOOKING_CHANGE' },
    sideEffects: booking === undefined || next === undefined ? [] : effectsOf(booking, next, manner),
    refuse(now) {
      const then = { ...now, ...fields }
      if (isOver(now.status)) return 'over'
      if ('roomExternalId' in fields && now.isRoomLocked && wanted.AssignedResourceLocked?.Value !== false)
        return 'locked'
      return manner.CheckOverbooking !== false && isTaken(then, hotel) ? 'overbooking' : null
    },
    change: (now) => ({ ...fields, ...(manner.Reprice !== false && priceOf(now, { ...now, ...fields })) }),
  }
}

function fieldsOf(wanted: Update, { collections, timeZone }: SimulatedHotel): Partial<Booking> | null {
  const { StartUtc, EndUtc, RequestedCategoryId: category, AssignedResourceId: room, PersonCounts: counts } = wanted
  const dayOf = ({ Value }: { Value: string }) => wallClockOf(new Date(Value), timeZone).slice(0, 10)
  const type = CATEGORIES.find(({ Id }) => Id === category?.Value)
  const assigned = room?.Value ? collections.rooms.find(room.Value) : null
  if ((category !== undefined && type === undefined) || assigned === undefined) return null
  const personsOf = (id: string) => counts?.Value.find(({ AgeCategoryId }) => AgeCategoryId === id)?.Count ?? 0
  return {
    ...(StartUtc && { checkIn: dayOf(StartUtc) }),
    ...(EndUtc && { checkOut: dayOf(EndUtc) }),
    ...(type && { roomTypeExternalId: type.Id, roomType: type.Names['en-US'] }),
    ...(room && { roomExternalId: assigned?.externalId ?? null, roomNumber: assigned?.roomNumber ?? null }),
    ...(wanted.AssignedResourceLocked && { isRoomLocked: wanted.AssignedResourceLocked.Value }),
    ...(counts && { adults: personsOf(ADULT_ID), children: personsOf(CHILD_ID) }),
  }
}

const nightsOf = ({ checkIn, checkOut }: Booking) => Math.max(dayNumber(checkOut) - dayNumber(checkIn), 1)
const movesPrice = (now: Booking, then: Booking) =>
  (['checkIn', 'checkOut', 'roomType', 'adults', 'children'] as const).some((field) => now[field] !== then[field])

function effectsOf(now: Booking, then: Booking, { Reprice, ApplyCancellationFee }: Manner): SideEffect[] {
  return [
    ...(Reprice !== false && movesPrice(now, then) ? (['REPRICE'] as const) : []),
    ...(ApplyCancellationFee !== false && nightsOf(then) < nightsOf(now) ? (['FEE'] as const) : []),
  ]
}

const priceOf = (now: Booking, then: Booking) =>
  movesPrice(now, then) &&
  now.totalAmountCents !== null && {
    totalAmountCents: Math.round((now.totalAmountCents / nightsOf(now)) * nightsOf(then)),
  }

/** Whether another one has its room on one of its nights. */
function isTaken(booking: Booking, { collections }: SimulatedHotel): boolean {
  const { ledger, read } = collections.bookings
  if (booking.roomExternalId === null) return false
  return ledger.entries
    .map(read)
    .some(
      (other) =>
        other.externalId !== booking.externalId &&
        other.roomExternalId === booking.roomExternalId &&
        !isOver(other.status) &&
        other.checkIn < booking.checkOut &&
        booking.checkIn < other.checkOut,
    )
}

const isOver = (status: BookingStatus) => status === 'CANCELLED' || status === 'NO_SHOW' || status === 'CHECKED_OUT'
