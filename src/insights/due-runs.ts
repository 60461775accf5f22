import { type NextRun, upcomingRuns } from '../platform/cron.ts'

/** A schedule, and up to when its runs have proven that data is complete. */
export interface ScheduleProgress {
  syncSchedule: string | null
  timeZone: string
  trueAsOf: Date | null
  /** By how much later than that it is due; see `staggerMs`. */
  shiftMs?: number
}

/** The first two times after `trueAsOf` at which the schedule is due; null without a schedule or a complete run. */
export type DueAfter = (schedule: ScheduleProgress) => [Date, Date] | null

const MINUTE_MS = 60_000
const MAX_REMEMBERED = 10_000

/**
 * Remembers what it found: a fleet asks the same over and over, and to convert to a hotel's local time takes longer
 * than all the rest of the calculation. A minute is the smallest step of a schedule, so the instants of a minute have one answer.
 */
export function createDueAfter(nextRun: NextRun): DueAfter {
  const found = new Map<string, [Date, Date] | null>()
  const findDue = (syncSchedule: string, timeZone: string, minute: number) => {
    const key = `${minute} ${timeZone} ${syncSchedule}`
    const known = found.get(key)
    if (known !== undefined) return known
    if (found.size >= MAX_REMEMBERED) found.clear()
    const due = dueAfter(nextRun, syncSchedule, timeZone, new Date(minute * MINUTE_MS))
    found.set(key, due)
    return due
  }
  return ({ syncSchedule, timeZone, trueAsOf, shiftMs = 0 }) => {
    if (syncSchedule === null || trueAsOf === null) return null
    const due = findDue(syncSchedule, timeZone, Math.floor((trueAsOf.getTime() - shiftMs) / MINUTE_MS))
    return due && [later(due[0], shiftMs), later(due[1], shiftMs)]
  }
}

const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

/** A schedule that can no longer be read rests. */
function dueAfter(nextRun: NextRun, syncSchedule: string, timeZone: string, after: Date): [Date, Date] | null {
  try {
    return upcomingRuns(nextRun, syncSchedule, timeZone, after, 2) as [Date, Date]
  } catch {
    return null
  }
}
