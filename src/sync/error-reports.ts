import type { SyncLog } from '../entities/sync-log.ts'
import type { Sql } from '../platform/database/database.ts'

/** What went wrong in a run, with the first of the items that could not be stored. */
export interface ErrorReport {
  /** Of the run; null when it ended well but for some items. */
  readonly code: string | null
  readonly message: string
  readonly failedItems: number
  readonly items: readonly FailedItemSummary[]
}

export interface FailedItemSummary {
  readonly externalId: string | null
  readonly errorCode: string
  readonly path: string | null
  readonly reason: string
}

/** The list of failures has the rest. */
const MAX_ITEMS = 20

type Run = Pick<SyncLog, 'id' | 'errorCode' | 'errorSummary' | 'itemsFailed'>

/** For each of these runs, in their order; null where nothing went wrong. */
export async function readErrorReports(sql: Sql, runs: readonly Run[]): Promise<(ErrorReport | null)[]> {
  const failing = runs.filter(({ itemsFailed }) => itemsFailed > 0)
  const rows = failing.length === 0 ? [] : await readItems(sql, failing)
  const byRun = Map.groupBy(rows, ({ runId }) => runId)
  return runs.map(({ id, errorCode: code, errorSummary, itemsFailed: failedItems }) => {
    if (code === null && errorSummary === null && failedItems === 0) return null
    const items = (byRun.get(id) ?? []).map(({ runId: _, ...item }) => item)
    return { code, message: errorSummary ?? `${failedItems} items could not be stored.`, failedItems, items }
  })
}

function readItems(sql: Sql, runs: readonly Run[]): Promise<(FailedItemSummary & { runId: string })[]> {
  return sql.query(
    `SELECT run.id AS "runId", failure.external_id AS "externalId", failure.error_code AS "errorCode",
       failure.path, failure.reason
     FROM unnest($1::uuid[]) AS run (id)
     CROSS JOIN LATERAL (
       SELECT * FROM pms_sync_failure WHERE sync_log_id = run.id ORDER BY id LIMIT ${MAX_ITEMS}
     ) AS failure ORDER BY failure.id`,
    [runs.map(({ id }) => id)],
  )
}
