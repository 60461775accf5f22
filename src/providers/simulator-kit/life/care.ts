import type { Condition } from '../../../records/housekeeping.ts'
import type { HotelPlan } from '../hotel.ts'
import { mixSeed, Random } from '../random.ts'
import { DAY, HOUR, type Minute } from './stays.ts'

interface Step {
  readonly at: Minute
  readonly condition: Condition
}

const NIGHT_ENDS = 6 * HOUR
const CLEANING = 30
const INSPECTION = 45

/**
 * What housekeeping did last in a room: a stay makes it dirty every night and when it ends, then it is cleaned within hours
 * and, in two rooms of three, inspected.
 * @param stays when guests have the room, in order
 */
export function careOf(
  plan: HotelPlan,
  room: number,
  stays: readonly (readonly [Minute, Minute])[],
  now: Minute,
): Step {
  const soiled = stays.flatMap(([from, to]) => [...nightsOf(from, to), to]).findLast((at) => at <= now)
  if (soiled === undefined) return { at: Number.NEGATIVE_INFINITY, condition: 'CLEAN' }
  const random = new Random(mixSeed(plan.seed, 22, room, Math.floor(soiled / DAY)))
  // Nobody cleans before half past nine.
  const begins = Math.max(soiled, Math.floor(soiled / DAY) * DAY + 9.5 * HOUR) + random.int(5, 3 * HOUR)
  const steps: Step[] = [
    { at: soiled, condition: 'DIRTY' },
    { at: begins, condition: 'IN_PROGRESS' },
    { at: begins + CLEANING, condition: 'CLEAN' },
    ...(room % 3 === 0 ? [] : [{ at: begins + CLEANING + INSPECTION, condition: 'INSPECTED' } as const]),
  ]
  return steps.findLast(({ at }) => at <= now) ?? { at: soiled, condition: 'DIRTY' }
}

/** The mornings that guests wake up in the room, the one on which they leave aside. */
function nightsOf(from: Minute, to: Minute): Minute[] {
  const mornings: Minute[] = []
  for (let day = Math.floor(from / DAY) + 1; day < Math.floor(to / DAY); day++) mornings.push(day * DAY + NIGHT_ENDS)
  return mornings
}
