import { hash } from 'node:crypto'
import { nextRun } from '../../platform/cron.ts'

/** A part of a hotel's entity type that is due by itself. */
export interface SliceSchedule {
  readonly hotelId: string
  readonly provider: string
  readonly entityType: string
  readonly slice: string
  /** Cron expression, read in `timeZone`. */
  readonly every: string
  readonly timeZone: string
}

const HOUR_MS = 3_600_000
/** Any moment will do: what counts is that the gap of an expression is the same for ever. */
const SOME_DAY = new Date('2026-01-01T00:00:00Z')

/** The time between two runs of a schedule, but an hour at most: what is for the night stays in the night. */
export function spreadMs(every: string): number {
  const first = nextRun(every, 'UTC', SOME_DAY)
  return Math.min(nextRun(every, 'UTC', first).getTime() - first.getTime(), HOUR_MS)
}

/**
 * By how much a slice comes after its schedule: not every hotel asks in the same second. The same for ever, so that no
 * time is left out and none comes twice.
 */
export function staggerMs({ hotelId, provider, entityType, slice, every }: Omit<SliceSchedule, 'timeZone'>): number {
  const digest = hash('sha256', JSON.stringify([hotelId, provider, entityType, slice]), 'hex')
  return Math.floor((Number.parseInt(digest.slice(0, 8), 16) / 2 ** 32) * spreadMs(every))
}

/** The next time after `after` at which it is due. Those that have gone by meanwhile are one. */
export function nextDue(schedule: SliceSchedule, after: Date): Date {
  const shift = staggerMs(schedule)
  const due = nextRun(schedule.every, schedule.timeZone, new Date(after.getTime() - shift))
  return new Date(due.getTime() + shift)
}
