import { dayNumber } from '../../../records/days.ts'
import { holdsOn, type WireRestriction, type WireSchedule } from '../wire/calendar.ts'

/** Numbers of the days from one to another on which a range holds; without an end it goes on. */
export function* eachDay(range: WireSchedule | WireRestriction, from: string, to: string): Generator<number> {
  const last = Math.min(dayNumber(to), range.end ? dayNumber(range.end) : Number.POSITIVE_INFINITY)
  const first = Math.max(dayNumber(from), range.start ? dayNumber(range.start) : Number.NEGATIVE_INFINITY)
  for (let day = first; day <= last; day++) if (holdsOn(range, day)) yield day
}
