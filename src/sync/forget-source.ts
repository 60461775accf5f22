import type { ConfigurationKey } from '../configurations/rows.ts'
import type { SourceChange } from '../configurations/source.ts'
import type { Sql } from '../platform/database/database.ts'
import { SPAN_TYPES } from '../records/entity-type.ts'
import { supersedeRuns } from './store/unheld-runs.ts'
import { syncedEntities } from './synced/synced-entities.ts'

/**
 * What was proven with the configuration as it was proves nothing any more: the next sync begins at nothing. Of another
 * source nothing that is under way may go on, and what is stored is marked until that source is seen to have it too.
 */
export async function forgetSource(tx: Sql, key: ConfigurationKey, change: SourceChange): Promise<void> {
  if (change === 'NONE') return
  await voidProofs(tx, key)
  await makeDue(tx, key)
  if (change === 'SETTINGS') return
  await supersedeRuns(tx, key)
  await forgetCalendars(tx, key)
  await settleFailures(tx, key)
  for (const { store, table } of Object.values(syncedEntities)) {
    await (store === 'ROWS' ? markRows : removeMonths)(tx, table, key)
  }
}

/** Watermarks, and cursors that an unfinished walk left behind; a run that is under way keeps its own. */
async function voidProofs(tx: Sql, { hotelId, provider }: ConfigurationKey): Promise<void> {
  await tx.query(
    `UPDATE pms_sync_log SET watermark_at = NULL, checkpoint = NULL
     WHERE hotel_id = $1 AND provider = $2 AND status NOT IN ('QUEUED', 'RUNNING')
       AND (watermark_at IS NOT NULL OR checkpoint IS NOT NULL)`,
    [hotelId, provider],
  )
}

/** No price of another source is known yet: whoever sells by it has to hear that. */
async function forgetCalendars(tx: Sql, { hotelId, provider }: ConfigurationKey): Promise<void> {
  await tx.query(
    'UPDATE pms_sync_walk SET true_as_of = NULL WHERE hotel_id = $1 AND provider = $2 AND entity_type = ANY ($3)',
    [hotelId, provider, SPAN_TYPES],
  )
}

/** What follows the configuration's schedule is made due with that. */
async function makeDue(tx: Sql, { hotelId, provider }: ConfigurationKey): Promise<void> {
  await tx.query('UPDATE pms_sync_due SET next_at = now() WHERE hotel_id = $1 AND provider = $2', [hotelId, provider])
}

/** Items of the source before must not be replayed among those of another one. */
async function settleFailures(tx: Sql, { hotelId, provider }: ConfigurationKey): Promise<void> {
  await tx.query(
    `UPDATE pms_sync_failure SET resolved_at = now(), resolution = 'SUPERSEDED'
     WHERE hotel_id = $1 AND provider = $2 AND resolved_at IS NULL`,
    [hotelId, provider],
  )
}

/** Without version and digest: those of two sources cannot be compared, and equal content has to be seen at the other, too. */
async function markRows(tx: Sql, table: string, { hotelId, provider }: ConfigurationKey): Promise<void> {
  await tx.query(
    `UPDATE ${table} SET sync_status = 'PENDING', external_updated_at = NULL, content_hash = '',
       sync_error = 'From the account before; not yet seen in the one that is connected now.'
     WHERE hotel_id = $1 AND provider = $2 AND deleted_at IS NULL`,
    [hotelId, provider],
  )
}

/** Prices and rooms of another property must not be sold. */
async function removeMonths(tx: Sql, table: string, { hotelId, provider }: ConfigurationKey): Promise<void> {
  await tx.query(`DELETE FROM ${table} WHERE hotel_id = $1 AND provider = $2`, [hotelId, provider])
}
