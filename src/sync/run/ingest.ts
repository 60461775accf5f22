import { v7 as uuidv7 } from 'uuid'
import { selectList } from '../../entities/select.ts'
import { type SyncLog, SyncLogEntity } from '../../entities/sync-log.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'
import { progressOf, progressTopic } from '../events/progress.ts'
import type { Projected } from '../store/project.ts'
import { storeItems } from '../store/store-items.ts'
import { setGone } from '../store/tombstones.ts'
import type { Scope, WrittenRow } from '../store/upsert.ts'
import type { ValidatedPage } from '../store/validate.ts'
import type { SyncedEntity } from '../synced/synced-entity.ts'
import { announceChanged, announceEnd, announceProjected, announceRows } from './announce.ts'
import type { EngineDeps } from './deps.ts'

/** Items that came by webhook, or were fetched because of one: a run of their own that is over at once. */
export interface Ingest {
  readonly entity: SyncedEntity
  readonly scope: Scope
  readonly page: ValidatedPage
  /** External ids of what the vendor no longer has. */
  readonly gone: readonly string[]
  readonly fetchedAt: Date
  readonly triggeredBy: string | null
  readonly metadata: JsonObject | null
}

export interface Ingested {
  readonly log: SyncLog
  readonly rows: readonly WrittenRow[]
  readonly projected: Projected | null
  readonly goneIds: readonly string[]
}

const COLUMNS = selectList(SyncLogEntity)

/** Stores the items with a line in the sync log. Takes no lease: the version guard orders it among all other writers. */
export async function ingest(tx: Sql, input: Ingest): Promise<Ingested> {
  const { entity, scope, page, gone, fetchedAt } = input
  const run = { id: uuidv7(), entityType: entity.type, hotelId: scope.hotelId, provider: scope.provider }
  const startedAt = performance.now()
  await insertRun(tx, run, input)
  const options = { fetchedAt, probe: true, settleFailures: true }
  const { rows, projected, counts } = await storeItems(tx, entity, run, page, options)
  const goneIds = await setGone(tx, entity, scope, gone, fetchedAt)
  const [log] = await tx.query<SyncLog>(
    `UPDATE pms_sync_log SET items_processed = $2::integer + $3 + $4 + $5, items_created = $2, items_updated = $3,
       items_unchanged = $4, items_failed = $5, items_deleted = $6, duration = $7, status = $8, error_summary = $9,
       items_held_back = $10, items_duplicate = $11, unread_count = $12, unread_values = $13::jsonb, completed_at = clock_timestamp()
     WHERE id = $1 RETURNING ${COLUMNS}`,
    [
      run.id,
      ...[counts.created, counts.updated, counts.unchanged, counts.failed, goneIds.length],
      Math.round(performance.now() - startedAt),
      counts.failed === 0 ? 'COMPLETED' : 'PARTIAL',
      counts.failed === 0 ? null : `${counts.failed} items could not be stored; they are kept as failures.`,
      counts.heldBack,
      counts.duplicate,
      page.unread.count,
      JSON.stringify(page.unread.values),
    ],
  )
  return { log: log as SyncLog, rows, projected, goneIds }
}

/** Tells the rest of the world, after the commit. */
export function announceIngested(
  deps: Pick<EngineDeps, 'log' | 'events' | 'pubsub' | 'clock'>,
  { log, rows, projected, goneIds }: Ingested,
): void {
  announceRows(deps, log, rows)
  announceProjected(deps, log, projected)
  announceChanged(deps, log, goneIds)
  announceEnd(deps, log)
  void deps.pubsub.publish(progressTopic(log), progressOf(log))
}

type Run = Pick<SyncLog, 'id' | 'hotelId' | 'provider' | 'entityType'>

/** Failures refer to the run, so that it has to be there before them. */
async function insertRun(tx: Sql, run: Run, { triggeredBy, metadata }: Ingest): Promise<void> {
  await tx.query(
    `INSERT INTO pms_sync_log
       (id, hotel_id, provider, entity_type, operation, trigger, triggered_by, metadata, status, started_at, sequence)
     VALUES ($1, $2, $3, $4, 'WEBHOOK', 'WEBHOOK', $5, $6, 'COMPLETED', now(), 1)`,
    [
      ...[run.id, run.hotelId, run.provider, run.entityType, triggeredBy],
      metadata === null ? null : JSON.stringify(metadata),
    ],
  )
}
