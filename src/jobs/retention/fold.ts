import { SYNC_OPERATIONS } from '../../entities/sync-log.ts'
import { COMPARED_RUNS } from '../../insights/median-durations.ts'
import type { Sql } from '../../platform/database/database.ts'
import { inBatches } from './expire.ts'

const BATCH = 2_000

/** As the index that finds them has it: its condition has to be this very text. */
const IS_UNCHANGED = `status = 'COMPLETED' AND items_unchanged = items_processed AND items_deleted = 0
  AND items_held_back = 0`

/**
 * Deletes runs that changed nothing: the figures of their hour have counted them as they ended. The last ones of each kind
 * stay, since the next run is compared with them.
 * @returns how many
 */
export function foldUnchangedRuns(
  sql: Sql,
  { kept = COMPARED_RUNS, batch = BATCH, signal }: { kept?: number; batch?: number; signal?: AbortSignal } = {},
): Promise<number> {
  return inBatches(() => sql.query<{ count: number }>(STATEMENT, [SYNC_OPERATIONS, kept, batch]), batch, signal)
}

const STATEMENT = `
  WITH gone AS (
    DELETE FROM pms_sync_log WHERE id = ANY (ARRAY(
      SELECT old.id FROM pms_sync_walk walk CROSS JOIN unnest($1::text[]) AS of (operation) CROSS JOIN LATERAL (
        SELECT id FROM pms_sync_log run
        WHERE run.hotel_id = walk.hotel_id AND run.provider = walk.provider AND run.entity_type = walk.entity_type
          AND run.slice = walk.slice AND run.operation = of.operation AND ${IS_UNCHANGED}
        ORDER BY id DESC OFFSET $2
      ) AS old LIMIT $3)) RETURNING 1
  ) SELECT count(*) FROM gone`
