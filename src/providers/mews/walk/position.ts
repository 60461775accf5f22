import { z } from 'zod'
import type { FetchWindow } from '../../provider.ts'
import { LONGEST_INTERVAL_MS } from '../limits.ts'
import { intervalOf } from './interval.ts'

const instant = z.iso.datetime()

/** Where a walk stands: in which interval of changes and after which item. */
export const position = z.object({
  /** From one instant up to, not including, another; null where the list is read without regard to changes. */
  changed: z.object({ StartUtc: instant, EndUtc: instant }).nullable(),
  after: z.string().nullable(),
  /** How often it has looked for what was changed while the rest was read. */
  catchUps: z.int(),
})
export type Position = z.output<typeof position>

/** The vendor's clock may be this far from ours. */
const SKEW_MS = 120_000
/** An end that lies ahead costs nothing, whatever the vendor's clock says. */
const AHEAD_MS = 3_600_000
/** Where so much is changed all the time that it never fits into one page, the next walk has to do. */
const MAX_CATCH_UPS = 3

/** The first position of a walk; null when there is nothing to walk through. */
export function firstPosition(window: FetchWindow, begin: Date | null): Position | null {
  if (begin === null) return { changed: null, after: null, catchUps: 0 }
  const [lower, upper] = boundsOf(window, begin)
  return lower < upper ? before(upper, lower) : null
}

/** The position after the last page of an interval; null at the end of the walk. */
export function nextPosition(at: Position, window: FetchWindow, begin: Date | null, now: Date): Position | null {
  const { changed, after, catchUps } = at
  const isOnePage = after === null
  const catchUp = (from: number): Position => ({
    changed: intervalOf(from, now.getTime() + AHEAD_MS),
    after: null,
    catchUps: catchUps + 1,
  })
  if (catchUps > 0 && changed !== null) {
    return isOnePage || catchUps === MAX_CATCH_UPS ? null : catchUp(msOf(changed.EndUtc) - AHEAD_MS - SKEW_MS)
  }
  if (changed === null || begin === null) return isOnePage ? null : catchUp(turnOf(window))
  const [lower] = boundsOf(window, begin)
  if (msOf(changed.StartUtc) > lower) return before(msOf(changed.StartUtc), lower)
  return window.since === null ? catchUp(turnOf(window)) : null
}

/** From the beginning: up to where the catching up begins. Later: the window, with both its ends. */
function boundsOf(window: FetchWindow, begin: Date): readonly [lower: number, upper: number] {
  const { since, until } = window
  if (since === null) return [begin.getTime(), Math.max(turnOf(window), begin.getTime() + 1_000)]
  return [wholeSecond(Math.max(since.getTime(), begin.getTime())), wholeSecond(until.getTime()) + 1_000]
}

const turnOf = ({ until }: FetchWindow) => wholeSecond(until.getTime() - SKEW_MS)

/** The last stretch before `upper` that one request may ask for: newer changes come first. */
const before = (upper: number, lower: number): Position => ({
  changed: intervalOf(Math.max(lower, upper - LONGEST_INTERVAL_MS), upper),
  after: null,
  catchUps: 0,
})

const wholeSecond = (ms: number) => Math.floor(ms / 1_000) * 1_000
const msOf = (time: string) => Date.parse(time)
