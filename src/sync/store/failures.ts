import { v7 as uuidv7 } from 'uuid'
import type { FailureResolution } from '../../entities/sync-failure.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { Walk } from './runs.ts'
import type { FailedItem } from './validate.ts'

/** Quarantines items. An older open failure of the same item is superseded: the newest one tells how it stands. */
export async function quarantine(
  tx: Sql,
  walk: Walk,
  syncLogId: string,
  items: readonly FailedItem[],
  fetchedAt: Date,
): Promise<void> {
  if (items.length === 0) return
  const fingerprints = items.map(({ fingerprint }) => fingerprint)
  await resolveFailures(tx, walk, fingerprints, 'SUPERSEDED')
  await tx.query(
    `INSERT INTO pms_sync_failure
       (id, hotel_id, provider, entity_type, sync_log_id, fetched_at, external_id, fingerprint, raw, error_code, reason, path)
     SELECT u.id, $1, $2, $3, $4, $5, u.external_id, u.fingerprint, u.raw::jsonb, u.error_code, u.reason, u.path
     FROM unnest($6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
       AS u (id, external_id, fingerprint, raw, error_code, reason, path)`,
    [
      walk.hotelId,
      walk.provider,
      walk.entityType,
      syncLogId,
      fetchedAt,
      items.map(() => uuidv7()),
      items.map(({ externalId }) => externalId),
      fingerprints,
      items.map(({ raw }) => JSON.stringify(raw)),
      items.map(({ errorCode }) => errorCode),
      items.map(({ reason }) => reason),
      items.map(({ path }) => path),
    ],
  )
}

/** Settles the open failures of these items. */
export async function resolveFailures(
  tx: Sql,
  walk: Walk,
  fingerprints: readonly string[],
  resolution: FailureResolution,
): Promise<void> {
  if (fingerprints.length === 0) return
  await tx.query(
    `UPDATE pms_sync_failure SET resolved_at = now(), resolution = $5
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND fingerprint = ANY($4) AND resolved_at IS NULL`,
    [walk.hotelId, walk.provider, walk.entityType, fingerprints, resolution],
  )
}

/** Settles failures that were replayed and did not fail again (those are superseded already). */
export async function settleReplayed(tx: Sql, failureIds: readonly string[]): Promise<void> {
  if (failureIds.length === 0) return
  await tx.query(
    `UPDATE pms_sync_failure SET resolved_at = now(), resolution = 'REPLAYED'
     WHERE id = ANY($1) AND resolved_at IS NULL`,
    [failureIds],
  )
}

/** Whether a page has to look for failures that it settles; most hotels have none open most of the time. */
export async function hasOpenFailures(sql: Sql, walk: Walk): Promise<boolean> {
  const [row] = await sql.query<{ open: boolean }>(
    `SELECT EXISTS (SELECT FROM pms_sync_failure
       WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND resolved_at IS NULL) AS open`,
    [walk.hotelId, walk.provider, walk.entityType],
  )
  return row?.open ?? false
}
