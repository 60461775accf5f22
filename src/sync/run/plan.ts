import { z } from 'zod'
import type { SyncLog } from '../../entities/sync-log.ts'
import type { Sql } from '../../platform/database/database.ts'
import { instant } from '../../records/common.ts'
import { type Checkpoint, readCheckpoint, startOfWalk } from '../store/checkpoint.ts'
import { findLastWalk, findWatermark } from '../store/runs.ts'

/** A vendor's cursor is not trusted for longer than this. */
const RESUMABLE_MS = 24 * 3_600_000

/** What the caller asked for, as kept in the run's metadata. */
export const askedSchema = z.object({
  full: z.boolean().optional(),
  since: instant.optional(),
  limit: z.int().positive().optional(),
  acceptDeletions: z.boolean().optional(),
  failureIds: z.array(z.uuid()).optional(),
  fromSyncLogId: z.uuid().optional(),
  errorCode: z.string().optional(),
  path: z.string().optional(),
  externalId: z.string().optional(),
  /** How many runs before it failed, when its schedule tries again. */
  retry: z.int().positive().optional(),
})
export type Asked = z.output<typeof askedSchema>

export const askedOf = (log: SyncLog): Asked => askedSchema.parse(log.metadata ?? {})

/**
 * Decides which window a run walks and where it begins:
 * a run that was cut off goes on where it stood; `full` begins at nothing; otherwise from the start of the last complete
 * run less the overlap — or from where an unfinished walk of that very window stopped.
 */
export async function planWalk(sql: Sql, log: SyncLog, overlapMs: number, now: Date): Promise<Checkpoint> {
  const own = readCheckpoint(log.checkpoint)
  if (own !== null) return own
  // Its pages are the failures, in which no vendor's cursor is a place.
  if (log.operation === 'REPLAY') return startOfWalk(null, now)
  const asked = askedOf(log)
  if (asked.full) return startOfWalk(null, now)
  if (asked.since !== undefined) return startOfWalk(asked.since, now)
  const since = sinceOf(await findWatermark(sql, log), overlapMs, now)
  return (await findUnfinished(sql, log, since, now)) ?? startOfWalk(since, now)
}

/** A watermark in the future (a clock that was set back) counts as now. */
function sinceOf(watermark: Date | null, overlapMs: number, now: Date): Date | null {
  return watermark === null ? null : new Date(Math.min(watermark.getTime(), now.getTime()) - overlapMs)
}

async function findUnfinished(sql: Sql, log: SyncLog, since: Date | null, now: Date): Promise<Checkpoint | null> {
  const last = await findLastWalk(sql, log)
  const isRecent = now.getTime() - (last?.completedAt?.getTime() ?? 0) < RESUMABLE_MS
  if (last === null || !isRecent || !(last.status === 'FAILED' || last.status === 'CANCELLED')) return null
  const checkpoint = readCheckpoint(last.checkpoint)
  if (checkpoint === null || checkpoint.cursor === null) return null
  return checkpoint.since?.getTime() === since?.getTime() ? checkpoint : null
}

/**
 * The instant up to which a finished walk proves the hotel's data: its start. Null when it proves nothing: it was limited,
 * or began after the last proven instant and so left a gap.
 */
export async function provenUntil(sql: Sql, log: SyncLog, walk: Checkpoint): Promise<Date | null> {
  const { since, limit } = askedOf(log)
  if (!walk.done || limit !== undefined || log.operation === 'REPLAY') return null
  if (since === undefined) return walk.until
  const watermark = await findWatermark(sql, log)
  return watermark !== null && since <= watermark ? walk.until : null
}
