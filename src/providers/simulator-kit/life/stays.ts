import type { BookingStatus } from '../../../records/booking.ts'
import type { HotelPlan } from '../hotel.ts'
import { mixSeed, Random } from '../random.ts'

/** Minutes since the midnight that began the hotel's first day. Its clock knows no summer time. */
export type Minute = number

export const HOUR = 60
export const DAY = 24 * HOUR

/** Days from the first one to check-in and check-out. */
export interface Stay {
  readonly startsIn: number
  readonly endsIn: number
}

/** What becomes of a booking, from the status that it has at first. */
export interface Course {
  readonly first: BookingStatus
  /** In order. */
  readonly steps: readonly { readonly at: Minute; readonly status: BookingStatus }[]
}

/** The same for the same booking whenever somebody looks, so that a restart finds the desk where it was. */
export function courseOf({ seed }: HotelPlan, index: number, { startsIn, endsIn }: Stay): Course {
  const random = new Random(mixSeed(seed, 21, index))
  const [arrives, leaves] = [
    startsIn * DAY + random.int(14 * HOUR, 22 * HOUR),
    endsIn * DAY + random.int(7 * HOUR, 12 * HOUR),
  ]
  const [fate, isOption, daysBefore] = [random.next(), random.chance(0.15), random.int(1, 9)]
  const decides = arrives - daysBefore * DAY
  const first = isOption ? 'PENDING' : 'CONFIRMED'
  if (fate < 0.08) return { first, steps: [{ at: decides, status: 'CANCELLED' }] }
  const confirmed = isOption ? [{ at: decides, status: 'CONFIRMED' } as const] : []
  if (fate < 0.1) return { first, steps: [...confirmed, { at: (startsIn + 1) * DAY + 2 * HOUR, status: 'NO_SHOW' }] }
  return { first, steps: [...confirmed, { at: arrives, status: 'CHECKED_IN' }, { at: leaves, status: 'CHECKED_OUT' }] }
}

export const statusAt = ({ first, steps }: Course, now: Minute): BookingStatus =>
  steps.findLast(({ at }) => at <= now)?.status ?? first

/** When its status became what it is; null while it is the first one. */
export const changedAt = ({ steps }: Course, now: Minute): Minute | null =>
  steps.findLast(({ at }) => at <= now)?.at ?? null

/** When the guest has the room; null when none comes. */
export function timesInRoom({ steps }: Course): readonly [from: Minute, to: Minute] | null {
  const [from, to] = ['CHECKED_IN', 'CHECKED_OUT'].map((status) => steps.find((step) => step.status === status)?.at)
  return from === undefined || to === undefined ? null : [from, to]
}
