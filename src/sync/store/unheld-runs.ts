import { selectList } from '../../entities/select.ts'
import { type SyncLog, SyncLogEntity } from '../../entities/sync-log.ts'
import type { Sql } from '../../platform/database/database.ts'
import { CANCELLED, DURATION, OVER_TIME } from './held-runs.ts'
import { mayMove } from './life.ts'

/** What can be done with a run that no worker holds. */

const COLUMNS = selectList(SyncLogEntity)

/** Notes the wish to cancel; the next sweep, or the holder's next beat, grants it. Null when the run has ended before. */
export async function requestCancel(sql: Sql, id: string): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `UPDATE pms_sync_log SET cancel_requested_at = coalesce(cancel_requested_at, now())
     WHERE id = $1 AND ${mayMove('wish')} RETURNING ${COLUMNS}`,
    [id],
  )
  return log ?? null
}

/**
 * Ends what is wanted no more or is over its time, and that nobody holds: neither needs a living worker. The token moves
 * on, so that whoever had the run and only sleeps has it no longer.
 * @returns the runs that it ended
 */
export function sweepRuns(sql: Sql): Promise<SyncLog[]> {
  return sql.query<SyncLog>(
    `WITH over AS MATERIALIZED (
       SELECT id, cancel_requested_at IS NOT NULL AS is_unwanted FROM pms_sync_log
       WHERE status IN ('QUEUED', 'RUNNING')
         AND ((cancel_requested_at IS NOT NULL AND ${mayMove('cancel')})
           OR (deadline_at <= now() AND ${mayMove('expire')}))
       LIMIT 500 FOR UPDATE SKIP LOCKED
     ), forgotten AS (
       DELETE FROM pms_sync_seen USING over WHERE sync_log_id = over.id
     )
     UPDATE pms_sync_log l SET completed_at = now(), duration = ${DURATION}, lease_token = lease_token + 1,
       lease_expires_at = NULL, wait_reason = NULL, sequence = sequence + 1,
       status = CASE WHEN is_unwanted THEN $1 ELSE $2 END, error_code = CASE WHEN is_unwanted THEN $3 ELSE $4 END,
       error_summary = CASE WHEN is_unwanted THEN $5 ELSE $6 END
     FROM over WHERE l.id = over.id RETURNING ${selectList(SyncLogEntity, 'l')}`,
    [
      ...[CANCELLED.status, OVER_TIME.status],
      ...[CANCELLED.errorCode, OVER_TIME.errorCode],
      ...[CANCELLED.errorSummary, OVER_TIME.errorSummary],
    ],
  )
}

/**
 * Ends the runs of a configuration that leads to another source by now, held or not. The token moves on: the worker that
 * has one writes nothing more of it.
 */
export function supersedeRuns(sql: Sql, { hotelId, provider }: { hotelId: string; provider: string }) {
  return sql.query<SyncLog>(
    `UPDATE pms_sync_log SET status = $3, error_code = $4, error_summary = $5, checkpoint = NULL, wait_reason = NULL,
       completed_at = now(), duration = ${DURATION}, lease_token = lease_token + 1, lease_expires_at = NULL,
       sequence = sequence + 1
     WHERE hotel_id = $1 AND provider = $2 AND ${mayMove('supersede')} RETURNING ${COLUMNS}`,
    [hotelId, provider, CANCELLED.status, CANCELLED.errorCode, SUPERSEDED],
  )
}
const SUPERSEDED = 'Cancelled: the configuration now leads to another account, property or address.'

/** Makes runs due that wait for a vendor that did not answer: it does again. */
export async function wakeRunsOf(sql: Sql, credentialKey: string): Promise<void> {
  await sql.query(
    `UPDATE pms_sync_log SET ready_at = now(), wait_reason = NULL
     WHERE credential_key = $1 AND wait_reason IN ('BACKOFF', 'CIRCUIT_OPEN') AND ${mayMove('wake')}`,
    [credentialKey],
  )
}

/** Makes the runs of a configuration due that wait for their vendor. What the vendor prepares for them is not ready sooner. */
export function wakeRunsNow(sql: Sql, { hotelId, provider }: { hotelId: string; provider: string }) {
  return sql.query<SyncLog>(
    `UPDATE pms_sync_log SET ready_at = now(), wait_reason = NULL, sequence = sequence + 1
     WHERE hotel_id = $1 AND provider = $2 AND wait_reason <> 'PENDING' AND ${mayMove('wake')} RETURNING ${COLUMNS}`,
    [hotelId, provider],
  )
}
