import type { Sql } from '../../platform/database/database.ts'
import type { EntityType } from '../../records/entity-type.ts'

/** Failures that have the same cause: what a person mends once and replays together. */
export interface FailureGroup {
  provider: string
  entityType: EntityType
  errorCode: string
  path: string | null
  /** Of one of them: the words may differ from item to item. */
  reason: string
  count: number
  openCount: number
  lastAt: Date
}

/** Of a run or hotel; what is rarer than the hundred most frequent causes is found in the list. */
const MOST_GROUPS = 100

const GROUPED = `provider, entity_type AS "entityType", error_code AS "errorCode", path, min(reason) AS reason,
  count(*) AS count, count(*) FILTER (WHERE resolved_at IS NULL) AS "openCount", max(created_at) AS "lastAt"`
const BY_CAUSE = `GROUP BY provider, entity_type, error_code, path
  ORDER BY "openCount" DESC, count DESC, error_code, path LIMIT ${MOST_GROUPS}`

/** For each of these runs, in their order. */
export async function failureGroupsOfRuns(sql: Sql, runIds: readonly string[]): Promise<FailureGroup[][]> {
  const rows = await sql.query<FailureGroup & { runId: string }>(
    `SELECT run.id AS "runId", cause.* FROM unnest($1::uuid[]) AS run (id)
     CROSS JOIN LATERAL (SELECT ${GROUPED} FROM pms_sync_failure WHERE sync_log_id = run.id ${BY_CAUSE}) AS cause`,
    [runIds],
  )
  const byRun = Map.groupBy(rows, ({ runId }) => runId)
  return runIds.map((id) => byRun.get(id) ?? [])
}

/** Those of a hotel that are still open. */
export function openFailureGroups(sql: Sql, hotelId: string): Promise<FailureGroup[]> {
  return sql.query<FailureGroup>(
    `SELECT ${GROUPED} FROM pms_sync_failure WHERE hotel_id = $1 AND resolved_at IS NULL ${BY_CAUSE}`,
    [hotelId],
  )
}
