import type { Condition } from '../../../records/housekeeping.ts'
import { CLEANING_STATUSES, type CleaningStatus } from '../../../records/room.ts'
import type { HotelPlan, MakeItem } from '../hotel.ts'
import { careOf } from '../life/care.ts'
import type { Life } from '../life/life.ts'
import type { Minute } from '../life/stays.ts'
import { mixSeed, Random } from '../random.ts'
import { roomOf } from '../room-layout.ts'
import { currentBooking, recentStays } from './booking.ts'

/** A room; occupied exactly when a guest is in it today. */
export const makeRoom: MakeItem<'rooms'> = (plan, index, revision) => {
  const random = new Random(mixSeed(plan.seed, 3, index))
  const guests = occupancyOf(plan, index)
  const status = guests > 0 ? 'OCCUPIED' : idleStatus(random)
  const cleaning = random.int(0, CLEANING_STATUSES.length - 1) + revision
  return {
    ...roomOf(plan, index),
    status,
    cleaningStatus: plan.life
      ? cleaningStatusOf(careAt(plan, index, plan.life).condition)
      : (CLEANING_STATUSES[cleaning % CLEANING_STATUSES.length] ?? 'CLEAN'),
    occupancy: guests,
    currency: plan.currency,
  }
}

function occupancyOf(plan: HotelPlan, index: number): number {
  const booking = currentBooking(plan, index)
  return booking?.status === 'CHECKED_IN' ? booking.adults + (booking.children ?? 0) : 0
}

function idleStatus(random: Random) {
  const draw = random.next()
  if (draw < 0.03) return 'OUT_OF_ORDER'
  if (draw < 0.06) return 'OUT_OF_SERVICE'
  return draw < 0.08 ? 'BLOCKED' : 'AVAILABLE'
}

/** What housekeeping did last in a room of a hotel that lives, and when. */
export const careAt = (plan: HotelPlan, index: number, life: Life) =>
  careOf(plan, index, recentStays(plan, index, life), life.now())

const cleaningStatusOf = (condition: Condition): CleaningStatus =>
  condition === 'PICKUP' ? 'IN_PROGRESS' : condition === 'UNKNOWN' ? 'DIRTY' : condition

/** When a room became what it is: a guest came or left, or housekeeping did something. */
export function roomChangedAt(plan: HotelPlan, index: number, now: Minute): Minute | null {
  if (plan.life === undefined) return null
  const moves = recentStays(plan, index, plan.life).flat()
  const last = Math.max(careAt(plan, index, plan.life).at, ...moves.filter((at) => at <= now))
  return Number.isFinite(last) ? last : null
}
