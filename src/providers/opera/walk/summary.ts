import { z } from 'zod'
import type { Step } from '../../transport/walk.ts'
import { SUMMARY_DAYS } from '../limits.ts'
import { lookAtJob, startJob } from '../operations/daily-summary.ts'
import type { OperaContext } from '../settings.ts'
import { type DayRange, dayRange, pieces } from './slices.ts'

/** Daily summaries that are still to be made, and the one that is being made: kept, so that any process can finish it. */
export const summaryPosition = z.object({
  at: z.literal('summary'),
  since: z.iso.datetime(),
  /** Ranges of stays, the one at hand first. */
  left: z.array(dayRange),
  /** Of the one at hand; null before it is started. */
  job: z.string().nullable(),
  /** Bookings that were changed, as far as is known. */
  ids: z.array(z.string()),
})
export type SummaryPosition = z.output<typeof summaryPosition>

export const summaryOf = (since: string, stays: DayRange): SummaryPosition => ({
  ...{ at: 'summary', since, job: null, ids: [] },
  left: pieces(stays, SUMMARY_DAYS),
})

/**
 * Starts a summary, or looks whether it is ready. One after the other: the vendor refuses a second one before the first has
 * been read.
 * @returns without `next` when all of them are read; then `ids` is complete
 */
export async function stepSummary(
  ctx: OperaContext,
  at: SummaryPosition,
): Promise<
  { ids: string[] } | (Required<Pick<Step<SummaryPosition>, 'next'>> & Pick<Step<SummaryPosition>, 'waitMs'>)
> {
  const [piece] = at.left
  if (piece === undefined) return { ids: at.ids }
  if (at.job === null) {
    const { job, waitMs } = await startJob(ctx, new Date(at.since), piece)
    return { next: { ...at, job }, waitMs }
  }
  const found = await lookAtJob(ctx, at.job)
  if ('waitMs' in found) return { next: at, waitMs: found.waitMs }
  const ids = [...new Set([...at.ids, ...found.ids])].sort()
  return { next: { ...at, ids, job: null, left: at.left.slice(1) } }
}
