/**
 * How many runs took how long, as the figures keep it: in slots of which each but the first, from 10 ms on, is half as long
 * again as the one before. The migration that made the columns has the same limits.
 */
export const SLOTS = 32
const LIMITS_MS = Array.from({ length: SLOTS - 1 }, (_, n) => Math.round(10 * 1.5 ** n))

export interface DurationHistogram {
  /** Runs by slot. */
  readonly counts: readonly number[]
  readonly shortestMs: number
  readonly longestMs: number
}

/**
 * The duration that so great a share of the runs did not exceed, as if those of a slot were spread over it evenly: off by
 * at most the length of the slot, and exact where all runs took the same.
 * @param share 0.95 for the 95th percentile
 */
export function quantileOf({ counts, shortestMs, longestMs }: DurationHistogram, share: number): number {
  let wanted = Math.ceil(share * counts.reduce((sum, count) => sum + count, 0))
  const slot = counts.findIndex((count) => {
    if (count >= wanted) return true
    wanted -= count
    return false
  })
  const from = Math.max(LIMITS_MS[slot - 1] ?? 0, shortestMs)
  const to = Math.min(LIMITS_MS[slot] ?? longestMs, longestMs)
  return Math.round(from + (to - from) * (wanted / (counts[slot] ?? 1)))
}
