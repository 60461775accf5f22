import { columnName } from '../../entities/select.ts'
import type { SyncLog } from '../../entities/sync-log.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { RowEntity, SyncedEntity } from '../synced/synced-entity.ts'
import type { Checkpoint } from './checkpoint.ts'
import { seenSpans } from './spans/seen.ts'
import type { ValidatedPage } from './validate.ts'

/** A walk may delete this share of a hotel's rows, or this many, whichever is more; beyond that a person decides. */
export const BRAKE = { share: 0.05, rows: 20 }

/** What the end of a full walk did about rows that it no longer saw. */
export type TombstoneOutcome =
  | { readonly kind: 'APPLIED'; readonly ids: readonly string[]; readonly deleted: number }
  /** The walk cannot prove that a row is gone: an item could not be told apart, or not all of its pages are known. */
  | { readonly kind: 'UNPROVEN' }
  | { readonly kind: 'NEEDS_REVIEW'; readonly candidates: number; readonly allowed: number }

/**
 * What a full walk notes of a page. An item without a readable id is noted as an empty one: the list is not complete. So is a
 * span that was refused: nobody knows of which days it is.
 */
export function seenOf(entity: SyncedEntity, page: ValidatedPage): string[] {
  const { items, failed } = page
  if (entity.store === 'SPANS') return [...seenSpans(entity, items), ...failed.map(() => '')]
  return [...items.map(({ record }) => record.externalId), ...failed.map(({ externalId }) => externalId ?? '')]
}

export async function forgetSeen(sql: Sql, syncLogId: string): Promise<void> {
  await sql.query('DELETE FROM pms_sync_seen WHERE sync_log_id = $1', [syncLogId])
}

export interface TombstoneOptions {
  /** A person's word that it may be more than the brake lets through. */
  readonly acceptDeletions: boolean
  /** The days that the walk asked for, counted from the hotel's today when it began; null: all that there is. */
  readonly days?: readonly [first: number, last: number] | null
}

/**
 * Marks the rows that a complete full walk no longer saw. Rows written since the walk began are left alone: a webhook
 * may have brought them after their page had passed.
 */
export async function setTombstones(
  tx: Sql,
  entity: RowEntity,
  log: SyncLog,
  walk: Checkpoint,
  { acceptDeletions, days = null }: TombstoneOptions,
): Promise<TombstoneOutcome> {
  if (!(await isProven(tx, log.id, walk.pages))) return { kind: 'UNPROVEN' }
  const gone = await findUnseen(tx, entity, log, walk, days)
  const allowed = await allowance(tx, entity, log)
  if (gone.length > allowed && !acceptDeletions) return { kind: 'NEEDS_REVIEW', candidates: gone.length, allowed }
  const rows = await tx.query<{ id: string }>(
    `UPDATE ${entity.table} SET deleted_at = now(), updated_at = now()
     WHERE hotel_id = $1 AND provider = $2 AND deleted_at IS NULL AND last_synced_at < $3 AND external_id = ANY($4)
     RETURNING id`,
    [log.hotelId, log.provider, walk.until, gone],
  )
  return { kind: 'APPLIED', ids: rows.map(({ id }) => id), deleted: rows.length }
}

/** A difference of sets: the planner has no nested loop to choose for it, whatever it believes of the sizes. */
async function findUnseen(
  tx: Sql,
  entity: RowEntity,
  log: SyncLog,
  walk: Checkpoint,
  days: TombstoneOptions['days'],
): Promise<string[]> {
  const within = days && entity.days ? `AND ${withinDays(entity.days)}` : ''
  const rows = await tx.query<{ externalId: string }>(
    `SELECT external_id AS "externalId" FROM ${entity.table}
     WHERE hotel_id = $1 AND provider = $2 AND deleted_at IS NULL AND last_synced_at < $3 ${within}
     EXCEPT
     SELECT unnest(external_ids) FROM pms_sync_seen WHERE sync_log_id = $4`,
    [log.hotelId, log.provider, walk.until, log.id, ...(within === '' ? [] : (days ?? []))],
  )
  return rows.map(({ externalId }) => externalId)
}

/** Rows that touch the days from $5 to $6 on the hotel's calendar; one without a last day has no end. */
function withinDays([first, last]: readonly [string, string]): string {
  const today = `(SELECT ($3::timestamptz AT TIME ZONE time_zone)::date FROM pms_hotel WHERE id = $1)`
  return `${columnName(first)} <= ${today} + $6::integer
    AND coalesce(${columnName(last)}, 'infinity') >= ${today} + $5::integer`
}

/**
 * Marks what the vendor itself says is gone, dated by the look that found it so: an older answer that comes later does not
 * bring the row back.
 * @returns ids of the rows
 */
export async function setGone(
  tx: Sql,
  entity: SyncedEntity,
  { hotelId, provider }: Pick<SyncLog, 'hotelId' | 'provider'>,
  gone: readonly string[],
  fetchedAt: Date,
): Promise<string[]> {
  if (gone.length === 0 || entity.store === 'SPANS') return []
  const rows = await tx.query<{ id: string }>(
    `UPDATE ${entity.table} SET deleted_at = now(), updated_at = now(), last_synced_at = $4
     WHERE hotel_id = $1 AND provider = $2 AND external_id = ANY($3) AND deleted_at IS NULL AND last_synced_at <= $4
     RETURNING id`,
    [hotelId, provider, gone, fetchedAt],
  )
  return rows.map(({ id }) => id)
}

/** How many rows a walk may delete without a person's word. */
async function allowance(tx: Sql, entity: RowEntity, { hotelId, provider }: SyncLog): Promise<number> {
  const [row] = await tx.query<{ live: number }>(
    `SELECT count(*) AS live FROM ${entity.table} WHERE hotel_id = $1 AND provider = $2 AND deleted_at IS NULL`,
    [hotelId, provider],
  )
  return Math.max(Math.floor((row?.live ?? 0) * BRAKE.share), BRAKE.rows)
}

/** All pages of the walk are noted and every item on them had an id. */
export async function isProven(tx: Sql, syncLogId: string, pages: number): Promise<boolean> {
  const [row] = await tx.query<{ pages: number; unreadable: boolean | null }>(
    `SELECT count(*) AS pages, bool_or('' = ANY (external_ids)) AS unreadable
     FROM pms_sync_seen WHERE sync_log_id = $1`,
    [syncLogId],
  )
  return row?.pages === pages && row.unreadable !== true
}
