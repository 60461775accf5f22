import { v7 as uuidv7 } from 'uuid'
import { selectList } from '../../entities/select.ts'
import {
  type SyncLog,
  SyncLogEntity,
  type SyncOperation,
  type SyncStatus,
  type SyncTrigger,
} from '../../entities/sync-log.ts'
import type { ErrorCode } from '../../errors.ts'
import type { Sql } from '../../platform/database/database.ts'
import { isUniqueViolation } from '../../platform/database/errors.ts'
import type { JsonObject } from '../../records/common.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { type Checkpoint, storeCheckpoint } from './checkpoint.ts'

/** The statements on `pms_sync_log`. Every one of them that moves a run checks in the database that it still may. */

const COLUMNS = selectList(SyncLogEntity)
const ONE_ACTIVE = 'pms_sync_log_one_active'

/** What identifies a worker's hold on a run. */
export interface Lease {
  readonly syncLogId: string
  readonly token: number
}

export interface NewRun {
  hotelId: string
  provider: string
  entityType: EntityType
  operation: SyncOperation
  trigger: SyncTrigger
  triggeredBy: string | null
  metadata: JsonObject | null
}

/** Of which there is one active run at most. */
export type Walk = Pick<NewRun, 'hotelId' | 'provider' | 'entityType'>

/** Records a QUEUED run; null when one of the same hotel, provider and entity type is active already. */
export async function insertQueued(sql: Sql, run: NewRun): Promise<SyncLog | null> {
  try {
    const [log] = await sql.query<SyncLog>(
      `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, triggered_by, metadata)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${COLUMNS}`,
      [
        uuidv7(),
        run.hotelId,
        run.provider,
        run.entityType,
        run.operation,
        run.trigger,
        run.triggeredBy,
        run.metadata === null ? null : JSON.stringify(run.metadata),
      ],
    )
    return log ?? null
  } catch (error) {
    if (isUniqueViolation(error, ONE_ACTIVE)) return null
    throw error
  }
}

export async function findRun(sql: Sql, id: string): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(`SELECT ${COLUMNS} FROM pms_sync_log WHERE id = $1`, [id])
  return log ?? null
}

export async function findActiveRun(sql: Sql, run: Walk): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `SELECT ${COLUMNS} FROM pms_sync_log
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND status IN ('QUEUED', 'RUNNING')`,
    [run.hotelId, run.provider, run.entityType],
  )
  return log ?? null
}

/** Takes a queued run, or one whose worker let its lease run out; null when there is nothing to take. */
export async function claim(sql: Sql, id: string, leaseMs: number): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `UPDATE pms_sync_log SET status = 'RUNNING', started_at = coalesce(started_at, now()),
       lease_token = lease_token + 1, lease_expires_at = now() + $2 * interval '1 ms',
       attempts = attempts + 1, sequence = sequence + 1
     WHERE id = $1 AND cancel_requested_at IS NULL
       AND (status = 'QUEUED' OR (status = 'RUNNING' AND lease_expires_at <= now()))
     RETURNING ${COLUMNS}`,
    [id, leaseMs],
  )
  return log ?? null
}

/** Prolongs the lease. Null when another worker holds the run by now. */
export async function renew(
  sql: Sql,
  lease: Lease,
  leaseMs: number,
): Promise<Pick<SyncLog, 'cancelRequestedAt'> | null> {
  const [log] = await sql.query<Pick<SyncLog, 'cancelRequestedAt'>>(
    `UPDATE pms_sync_log SET lease_expires_at = now() + $3 * interval '1 ms'
     WHERE id = $1 AND lease_token = $2 AND status = 'RUNNING'
     RETURNING cancel_requested_at AS "cancelRequestedAt"`,
    [lease.syncLogId, lease.token, leaseMs],
  )
  return log ?? null
}

/**
 * Lets go of a run that is not finished, so that the next worker need not wait for the lease to run out. The token moves
 * on too: a heartbeat that is still under way must not prolong what was given up.
 */
export async function release(sql: Sql, lease: Lease): Promise<void> {
  await sql.query(
    `UPDATE pms_sync_log SET lease_expires_at = now(), lease_token = lease_token + 1, attempts = greatest(attempts - 1, 0)
     WHERE id = $1 AND lease_token = $2 AND status = 'RUNNING'`,
    [lease.syncLogId, lease.token],
  )
}

export interface Advance {
  created: number
  updated: number
  unchanged: number
  failed: number
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
       items_total = coalesce($8, items_total), checkpoint = $9, sequence = sequence + 1, attempts = 0
     WHERE id = $1 AND lease_token = $2 AND status = 'RUNNING' AND sequence = $3
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

/** Ends a run. Null when the lease is lost. */
export async function end(tx: Sql, lease: Lease, ending: Ending): Promise<SyncLog | null> {
  const [log] = await tx.query<SyncLog>(
    `UPDATE pms_sync_log SET status = $3, error_code = $4, error_summary = $5, watermark_at = $6, items_deleted = $7,
       metadata = coalesce(metadata, '{}') || $8::jsonb,
       completed_at = now(), duration = (extract(epoch FROM now() - started_at) * 1000)::integer,
       lease_expires_at = NULL, sequence = sequence + 1
     WHERE id = $1 AND lease_token = $2 AND status = 'RUNNING' RETURNING ${COLUMNS}`,
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

/** Notes the wish to cancel. Null when the run has ended before. */
export async function requestCancel(sql: Sql, id: string): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `UPDATE pms_sync_log SET cancel_requested_at = coalesce(cancel_requested_at, now())
     WHERE id = $1 AND status IN ('QUEUED', 'RUNNING') RETURNING ${COLUMNS}`,
    [id],
  )
  return log ?? null
}

/**
 * Ends the runs that are to be cancelled and that no worker holds: `claim` gives them to none, so that nobody else would.
 * Of a run that is old its duration may be more than the column holds; that must not keep it open.
 */
export function endCancelled(sql: Sql): Promise<SyncLog[]> {
  return sql.query<SyncLog>(
    `WITH ended AS (
       UPDATE pms_sync_log SET status = 'CANCELLED', error_code = 'SYNC_CANCELLED', error_summary = $1,
         completed_at = now(), duration = least(extract(epoch FROM now() - started_at) * 1000, 2147483647)::integer,
         lease_token = lease_token + 1, lease_expires_at = NULL, sequence = sequence + 1
       WHERE cancel_requested_at IS NOT NULL
         AND (status = 'QUEUED' OR (status = 'RUNNING' AND lease_expires_at <= now()))
       RETURNING *
     ), forgotten AS (
       DELETE FROM pms_sync_seen WHERE sync_log_id IN (SELECT id FROM ended)
     )
     SELECT ${COLUMNS} FROM ended`,
    [CANCELLED.errorSummary],
  )
}

/** Active runs that no worker holds: their worker died, or the queue lost their job. */
export function findOrphans(sql: Sql, queuedForMs: number): Promise<SyncLog[]> {
  return sql.query<SyncLog>(
    `SELECT ${COLUMNS} FROM pms_sync_log
     WHERE (status = 'RUNNING' AND lease_expires_at <= now())
        OR (status = 'QUEUED' AND queued_at <= now() - $1 * interval '1 ms')
     ORDER BY queued_at LIMIT 500`,
    [queuedForMs],
  )
}

/** The latest instant up to which a complete run has seen everything; null before the first. */
export async function findWatermark(sql: Sql, walk: Walk): Promise<Date | null> {
  const [row] = await sql.query<{ watermarkAt: Date | null }>(
    `SELECT max(watermark_at) AS "watermarkAt" FROM pms_sync_log
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND watermark_at IS NOT NULL`,
    [walk.hotelId, walk.provider, walk.entityType],
  )
  return row?.watermarkAt ?? null
}

/** The last walk that got anywhere and was not asked for a part only. */
export async function findLastWalk(sql: Sql, walk: Walk): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `SELECT ${COLUMNS} FROM pms_sync_log
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND operation IN ('FULL', 'INCREMENTAL')
       AND status NOT IN ('QUEUED', 'RUNNING') AND checkpoint IS NOT NULL
       AND metadata ->> 'limit' IS NULL AND metadata ->> 'since' IS NULL
     ORDER BY id DESC LIMIT 1`,
    [walk.hotelId, walk.provider, walk.entityType],
  )
  return log ?? null
}
