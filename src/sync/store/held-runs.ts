import { selectList } from '../../entities/select.ts'
import { type SyncLog, SyncLogEntity, type SyncStatus, type WaitReason } from '../../entities/sync-log.ts'
import type { ErrorCode } from '../../errors.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'
import { type Checkpoint, storeCheckpoint } from './checkpoint.ts'
import { mayMove, type RunMove } from './life.ts'
import type { UnreadValues } from './unread-values.ts'

/** What the holder of a run may do with it. Whoever has lost it writes nothing: every statement asks for the token. */

const COLUMNS = selectList(SyncLogEntity)

/** What identifies a worker's hold on a run. */
export interface Lease {
  readonly syncLogId: string
  readonly token: number
}

/** Of parameters $1 and $2. */
const isOurs = (move: RunMove) => `id = $1 AND lease_token = $2 AND ${mayMove(move)}`

/** What a beat finds; a run that is not among the answers is lost. */
export interface Renewed {
  readonly id: string
  readonly isUnwanted: boolean
  readonly isLate: boolean
}

/** Prolongs all leases of a worker in one statement. */
export function renewRuns(sql: Sql, leases: readonly Lease[], leaseMs: number): Promise<Renewed[]> {
  return sql.query<Renewed>(
    `UPDATE pms_sync_log l SET lease_expires_at = now() + $3 * interval '1 ms'
     FROM unnest($1::uuid[], $2::integer[]) AS held (id, token)
     WHERE l.id = held.id AND l.lease_token = held.token AND ${mayMove('beat')}
     RETURNING l.id, l.cancel_requested_at IS NOT NULL AS "isUnwanted",
       coalesce(l.deadline_at <= now(), false) AS "isLate"`,
    [leases.map(({ syncLogId }) => syncLogId), leases.map(({ token }) => token), leaseMs],
  )
}

/** Of a run whose credential was not known when it was asked for. */
export async function noteCredential(sql: Sql, { syncLogId, token }: Lease, key: string): Promise<void> {
  await sql.query('UPDATE pms_sync_log SET credential_key = $3 WHERE id = $1 AND lease_token = $2', [
    syncLogId,
    token,
    key,
  ])
}

/** Notes whether anything of the hotel was stored when the run began. Null when the lease is lost. */
export async function noteBeginning(sql: Sql, lease: Lease, table: string): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `UPDATE pms_sync_log l SET began_empty = NOT EXISTS (
       SELECT FROM ${table} t WHERE t.hotel_id = l.hotel_id AND t.provider = l.provider)
     WHERE ${isOurs('page')} RETURNING ${COLUMNS}`,
    [lease.syncLogId, lease.token],
  )
  return log ?? null
}

export interface Advance {
  created: number
  updated: number
  unchanged: number
  failed: number
  /** Rows of things that the vendor said are gone; they are not among the items. */
  deleted: number
  /** Of the unchanged. */
  heldBack: number
  /** Of the unchanged. */
  duplicate: number
  /** All of the run's, this page's included; null when the page has none. */
  unread: UnreadValues | null
  total: number | null
  checkpoint: Checkpoint
  /** External ids of the page, when the walk notes them; see tombstones.ts. */
  seen: readonly string[] | null
}

/**
 * Adds a page to the counters and moves the checkpoint, inside the page's transaction.
 * @param sequence the run's number before this page: a page is counted once, also when its commit had no answer
 * @returns null when the lease is lost or the page is in already
 */
export async function advance(tx: Sql, lease: Lease, sequence: number, page: Advance): Promise<SyncLog | null> {
  const [log] = await tx.query<SyncLog>(
    `WITH noted AS (
       INSERT INTO pms_sync_seen (sync_log_id, page, external_ids)
       SELECT $1::uuid, $10::integer, $11::text[] WHERE $11::text[] IS NOT NULL
     )
     UPDATE pms_sync_log SET
       items_processed = items_processed + $4 + $5 + $6 + $7,
       items_created = items_created + $4, items_updated = items_updated + $5,
       items_unchanged = items_unchanged + $6, items_failed = items_failed + $7,
       items_held_back = items_held_back + $12, items_duplicate = items_duplicate + $13,
       items_deleted = items_deleted + $14,
       unread_count = coalesce($15, unread_count), unread_values = coalesce($16::jsonb, unread_values),
       items_total = coalesce($8, items_total), checkpoint = $9, sequence = sequence + 1,
       attempts = 0, retries = 0, parks = 0
     WHERE ${isOurs('page')} AND sequence = $3
     RETURNING ${COLUMNS}`,
    [
      lease.syncLogId,
      lease.token,
      sequence,
      page.created,
      page.updated,
      page.unchanged,
      page.failed,
      page.total,
      storeCheckpoint(page.checkpoint),
      page.checkpoint.pages,
      page.seen,
      page.heldBack,
      page.duplicate,
      page.deleted,
      page.unread?.count ?? null,
      page.unread === null ? null : JSON.stringify(page.unread.values),
    ],
  )
  return log ?? null
}

/** The token moves on too: a beat that is still under way must not prolong what was given up. */
const LET_GO = `lease_expires_at = NULL, lease_token = lease_token + 1, attempts = greatest(attempts - 1, 0)`

/** Lets go of a run that is not finished: it goes to the end of its lane. Null when it is lost. */
export async function yieldRun(sql: Sql, lease: Lease): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `UPDATE pms_sync_log SET ${LET_GO}, ready_at = now() WHERE ${isOurs('yield')} RETURNING ${COLUMNS}`,
    [lease.syncLogId, lease.token],
  )
  return log ?? null
}

/**
 * Of a worker that lives to see that it has lost the run, as to an outage of the database: the run did not bring it down, so
 * that the try does not count. Whoever has the run by then keeps it.
 */
export async function forgiveAttempt(sql: Sql, { syncLogId, token }: Lease): Promise<void> {
  await sql.query(
    `UPDATE pms_sync_log SET attempts = greatest(attempts - 1, 0)
     WHERE id = $1 AND lease_token > $2 AND status IN ('QUEUED', 'RUNNING')`,
    [syncLogId, token],
  )
}

/** Of a walk that begins again: what it saw before is seen once more. Null when the lease is lost. */
export async function restartRun(tx: Sql, lease: Lease): Promise<SyncLog | null> {
  await tx.query('DELETE FROM pms_sync_seen WHERE sync_log_id = $1', [lease.syncLogId])
  const [log] = await tx.query<SyncLog>(
    `UPDATE pms_sync_log SET began_empty = false WHERE ${isOurs('page')} RETURNING ${COLUMNS}`,
    [lease.syncLogId, lease.token],
  )
  return log ?? null
}

/** A wait that is too long to hold a place for. */
export interface Wait {
  readonly reason: WaitReason
  readonly waitMs: number
  /** Whether a request failed, and is not just put off. */
  readonly isRetry: boolean
  /** Where to go on. */
  readonly checkpoint: Checkpoint
}

/** Lets go of a run until its vendor can be asked again. Null when it is lost. */
export async function parkRun(sql: Sql, lease: Lease, wait: Wait): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `UPDATE pms_sync_log SET ${LET_GO}, ready_at = now() + $4 * interval '1 ms', wait_reason = $3,
       parks = parks + 1, retries = retries + $5, checkpoint = $6, sequence = sequence + 1
     WHERE ${isOurs('park')} RETURNING ${COLUMNS}`,
    [
      ...[lease.syncLogId, lease.token, wait.reason, wait.waitMs, wait.isRetry ? 1 : 0],
      storeCheckpoint(wait.checkpoint),
    ],
  )
  return log ?? null
}

export interface Ending {
  status: SyncStatus
  errorCode?: ErrorCode | null
  errorSummary?: string | null
  /** Only for walks that prove that nothing before it is missing. */
  watermarkAt?: Date | null
  deleted?: number
  /** Merged into what is there. */
  metadata?: JsonObject
}

/** However it came about that a run was cancelled. */
export const CANCELLED = {
  status: 'CANCELLED',
  errorCode: 'SYNC_CANCELLED',
  errorSummary: 'Cancelled; what was stored stays.',
} as const satisfies Ending

/** However it was noticed that the time of a run was over. */
export const OVER_TIME = {
  status: 'FAILED',
  errorCode: 'SYNC_STALLED',
  errorSummary: 'It had not ended when its time was over; what was stored stays.',
} as const satisfies Ending

/** Ends a run. Null when the lease is lost. */
export async function end(tx: Sql, lease: Lease, ending: Ending): Promise<SyncLog | null> {
  const [log] = await tx.query<SyncLog>(
    `UPDATE pms_sync_log SET status = $3, error_code = $4, error_summary = $5, watermark_at = $6, items_deleted = items_deleted + $7,
       metadata = coalesce(metadata, '{}') || $8::jsonb,
       completed_at = now(), duration = ${DURATION}, lease_expires_at = NULL, sequence = sequence + 1
     WHERE ${isOurs('end')} RETURNING ${COLUMNS}`,
    [
      lease.syncLogId,
      lease.token,
      ending.status,
      ending.errorCode ?? null,
      ending.errorSummary ?? null,
      ending.watermarkAt ?? null,
      ending.deleted ?? 0,
      JSON.stringify(ending.metadata ?? {}),
    ],
  )
  return log ?? null
}

/** Milliseconds since the start; a run that lay about for weeks has the longest that fits. */
export const DURATION = `least(extract(epoch FROM now() - started_at) * 1000, 2147483647)::integer`
