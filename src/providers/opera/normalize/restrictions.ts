import { dayNumber } from '../../../records/days.ts'
import type { RateInput } from '../../../records/rate.ts'
import { spanDays } from '../../span-days.ts'
import type { WireRestriction } from '../wire/calendar.ts'
import { eachDay } from './each-day.ts'

type Flag = 'closed' | 'closedToArrival' | 'closedToDeparture'
type Nights = 'minStayArrival' | 'minStayThrough' | 'maxStay' | 'cutoffDays'

const FLAGS: Readonly<Record<string, Flag>> = {
  Closed: 'closed',
  ClosedForArrival: 'closedToArrival',
  ClosedForDeparture: 'closedToDeparture',
}

/** Which field a rule is about, and which of two values is the stricter one. */
const NIGHTS: Readonly<Record<string, readonly [field: Nights, strictest: (a: number, b: number) => number]>> = {
  MinimumLengthOfStay: ['minStayArrival', Math.max],
  MinimumStayThrough: ['minStayThrough', Math.max],
  MaximumLengthOfStay: ['maxStay', Math.min],
  MaximumStayThrough: ['maxStay', Math.min],
  MinimumAdvanceBooking: ['cutoffDays', Math.max],
}

/**
 * What holds on each day: the strictest of all rules that apply, whichever level they are of. A rule that opens something
 * takes no other one away. What has no place in a record, such as single lengths of stay, is in its metadata.
 */
export function restrictionsOf(
  { from, to }: { readonly from: string; readonly to: string },
  rules: readonly WireRestriction[],
): Pick<RateInput, Flag | Nights> {
  const first = dayNumber(from)
  const length = spanDays(from, to)
  const listOf = <T>(value: T): T[] => Array.from({ length }, () => value)
  const flags = { closed: listOf(false), closedToArrival: listOf(false), closedToDeparture: listOf(false) }
  const none = () => listOf<number | null>(null)
  const nights = { minStayArrival: none(), minStayThrough: none(), maxStay: none(), cutoffDays: none() }
  for (const rule of rules) {
    const { code, unit } = rule.restrictionStatus
    const flag = FLAGS[code ?? '']
    const counted = NIGHTS[code ?? '']
    for (const day of eachDay(rule, from, to)) {
      const at = day - first
      if (flag !== undefined) flags[flag][at] = true
      if (counted === undefined || unit == null) continue
      const [field, strictest] = counted
      nights[field][at] = strictest(nights[field][at] ?? unit, unit)
    }
  }
  return { ...flags, ...nights }
}
