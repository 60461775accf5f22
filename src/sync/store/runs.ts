import { v7 as uuidv7 } from 'uuid'
import { selectList } from '../../entities/select.ts'
import { type SyncLog, SyncLogEntity, type SyncOperation, type SyncTrigger } from '../../entities/sync-log.ts'
import type { Origin } from '../../platform/cause.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'
import type { EntityType } from '../../records/entity-type.ts'

/** How runs come into `pms_sync_log`, and how they are found there; what moves them stands in the files beside this one. */

const COLUMNS = selectList(SyncLogEntity)

export interface NewRun {
  hotelId: string
  provider: string
  entityType: EntityType
  slice: string
  operation: SyncOperation
  trigger: SyncTrigger
  triggeredBy: string | null
  metadata: JsonObject | null
  /** What asked for it, for whoever works on it. */
  origin: Origin | null
}

/** Of which there is one active run at most: slices take turns, so that no older page overwrites a newer one. */
export type Walk = Pick<NewRun, 'hotelId' | 'provider' | 'entityType'>
/** What is proven by itself; the whole entity type where no slice is named. */
export type WalkOfSlice = Walk & Partial<Pick<NewRun, 'slice'>>

/** Records a QUEUED run; null when one of the same hotel, provider and entity type is active already. */
export async function insertQueued(sql: Sql, run: NewRun): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `INSERT INTO pms_sync_log
       (id, hotel_id, provider, entity_type, slice, operation, trigger, triggered_by, metadata, origin, credential_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
       (SELECT credential_key FROM pms_configuration WHERE hotel_id = $2 AND provider = $3))
     ON CONFLICT (hotel_id, provider, entity_type) WHERE status IN ('QUEUED', 'RUNNING') DO NOTHING
     RETURNING ${COLUMNS}`,
    [
      uuidv7(),
      run.hotelId,
      run.provider,
      run.entityType,
      run.slice,
      run.operation,
      run.trigger,
      run.triggeredBy,
      run.metadata === null ? null : JSON.stringify(run.metadata),
      run.origin === null ? null : JSON.stringify(run.origin),
    ],
  )
  return log ?? null
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

/** The latest instant up to which a complete run has seen everything; null before the first. */
export async function findWatermark(sql: Sql, walk: WalkOfSlice): Promise<Date | null> {
  const [row] = await sql.query<{ watermarkAt: Date | null }>(
    `SELECT max(watermark_at) AS "watermarkAt" FROM pms_sync_log
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND slice = $4 AND watermark_at IS NOT NULL`,
    [walk.hotelId, walk.provider, walk.entityType, walk.slice ?? ''],
  )
  return row?.watermarkAt ?? null
}

/** The last walk that got anywhere and was not asked for a part only. */
export async function findLastWalk(sql: Sql, walk: WalkOfSlice): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `SELECT ${COLUMNS} FROM pms_sync_log
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND slice = $4 AND operation IN ('FULL', 'INCREMENTAL')
       AND status NOT IN ('QUEUED', 'RUNNING') AND checkpoint IS NOT NULL
       AND metadata ->> 'limit' IS NULL AND metadata ->> 'since' IS NULL
     ORDER BY id DESC LIMIT 1`,
    [walk.hotelId, walk.provider, walk.entityType, walk.slice ?? ''],
  )
  return log ?? null
}
