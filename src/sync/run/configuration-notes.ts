import type { SyncLog } from '../../entities/sync-log.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { syncedEntities } from '../synced/synced-entities.ts'
import { askedOf } from './plan.ts'

/** What a run leaves with its configuration, for those that come after it. */

/** Up to when the hotel's data is proven. */
export async function noteProven(tx: Sql, log: SyncLog, watermarkAt: Date): Promise<void> {
  await tx.query(
    `UPDATE pms_configuration SET last_sync_at = greatest(last_sync_at, $3) WHERE hotel_id = $1 AND provider = $2`,
    [log.hotelId, log.provider, watermarkAt],
  )
}

const MINUTE_MS = 60_000
const LONGEST_RETRY = 30

/**
 * A scheduled run met something that may be over soon: its schedule tries again after 1, 2, 4 … 30 minutes, unless it is
 * due by then anyway.
 */
export async function noteRetry(tx: Sql, log: SyncLog, random: () => number): Promise<void> {
  if (log.trigger !== 'SCHEDULED') return
  const { retry = 0 } = askedOf(log)
  // From three to five quarters: the hotels of an outage do not come back together.
  const waitMs = Math.min(2 ** retry, LONGEST_RETRY) * MINUTE_MS * (0.75 + random() / 2)
  if (syncedEntities[log.entityType].due !== 'SCHEDULE') return noteRetryOfSlice(tx, log, retry + 1, waitMs)
  await tx.query(
    `UPDATE pms_configuration SET retry_at = least(retry_at, now() + $3 * interval '1 ms')
     WHERE hotel_id = $1 AND provider = $2 AND enabled AND sync_schedule IS NOT NULL
       AND next_sync_at > now() + $3 * interval '1 ms'`,
    [log.hotelId, log.provider, waitMs],
  )
}

async function noteRetryOfSlice(tx: Sql, log: SyncLog, retries: number, waitMs: number): Promise<void> {
  await tx.query(
    `UPDATE pms_sync_due SET next_at = now() + $5 * interval '1 ms', retries = $6
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND slice = $4
       AND next_at > now() + $5 * interval '1 ms'`,
    [log.hotelId, log.provider, log.entityType, log.slice, waitMs, retries],
  )
}

/** A walk begins with the page size that the one before it has found. */
export function withPageLimit(plan: Checkpoint, found: number | undefined): Checkpoint {
  return found === undefined || plan.pageLimit ? plan : { ...plan, pageLimit: found }
}

/** What this walk has found is kept; after one that found nothing too slow, twice as much is tried. */
export async function notePageLimit(tx: Sql, log: SyncLog, { pageLimit }: Checkpoint, largest: number): Promise<void> {
  if (!pageLimit) return
  await tx.query(
    `UPDATE pms_configuration SET page_limits = CASE
       WHEN (page_limits ->> $3)::integer IS DISTINCT FROM $4 THEN page_limits || jsonb_build_object($3::text, $4::integer)
       WHEN $4 * 2 >= $5 THEN page_limits - $3
       ELSE page_limits || jsonb_build_object($3::text, $4::integer * 2) END
     WHERE hotel_id = $1 AND provider = $2`,
    [log.hotelId, log.provider, log.entityType, pageLimit, largest],
  )
}
