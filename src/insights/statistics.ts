import type { Sql } from '../platform/database/database.ts'
import type { EntityType } from '../records/entity-type.ts'
import { classOfError, type ErrorClass } from './error-class.ts'

export type Span = 'DAY' | 'WEEK' | 'MONTH'
/** Hours and days of UTC. */
export type Bucket = 'HOUR' | 'DAY'

const DAY_MS = 86_400_000
const SPAN_MS: Readonly<Record<Span, number>> = { DAY: DAY_MS, WEEK: 7 * DAY_MS, MONTH: 30 * DAY_MS }

/** Which runs to look at: those that ended within the span. */
export interface StatisticsScope {
  /** Null: every hotel. */
  hotelIds: readonly string[] | null
  provider?: string | null | undefined
  span: Span
  now: Date
}

export interface Durations {
  provider: string
  at: Date
  runs: number
  p50Ms: number
  p95Ms: number
  p99Ms: number
}

export interface Changes {
  provider: string
  at: Date
  runs: number
  itemsProcessed: number
  itemsCreated: number
  itemsUpdated: number
  itemsDeleted: number
}

export interface FailureRate {
  provider: string
  runs: number
  failedRuns: number
  classes: { errorClass: ErrorClass; runs: number; errorCodes: string[] }[]
}

/** Every hotel by name, so that each is a range of the index that leads with it. */
const ENDED = `FROM pms_sync_log run
  WHERE run.hotel_id = ANY(coalesce($1::text[], (SELECT array_agg(id) FROM pms_hotel)))
    AND ($2::text IS NULL OR run.provider = $2) AND run.completed_at >= $3`

export const startOfSpan = ({ span, now }: Pick<StatisticsScope, 'span' | 'now'>) =>
  new Date(now.getTime() - SPAN_MS[span])

const parametersOf = (scope: StatisticsScope) => [scope.hotelIds, scope.provider ?? null, startOfSpan(scope)]

/** How long runs took that came to their end, by provider and bucket; buckets without runs are left out. */
export function syncDurations(sql: Sql, scope: StatisticsScope, bucket: Bucket): Promise<Durations[]> {
  const quantile = (p: number) => `percentile_disc(${p}) WITHIN GROUP (ORDER BY run.duration)`
  return sql.query<Durations>(
    `SELECT run.provider, date_trunc($4, run.completed_at, 'UTC') AS at, count(*) AS runs,
       ${quantile(0.5)} AS "p50Ms", ${quantile(0.95)} AS "p95Ms", ${quantile(0.99)} AS "p99Ms"
     ${ENDED} AND run.status IN ('COMPLETED', 'PARTIAL') AND run.duration IS NOT NULL
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [...parametersOf(scope), bucket],
  )
}

/** What runs brought, by provider and bucket; those that failed or were cancelled on their way keep what they stored. */
export function syncChanges(sql: Sql, scope: StatisticsScope, bucket: Bucket): Promise<Changes[]> {
  return sql.query<Changes>(
    `SELECT run.provider, date_trunc($4, run.completed_at, 'UTC') AS at, count(*) AS runs,
       sum(run.items_processed) AS "itemsProcessed", sum(run.items_created) AS "itemsCreated",
       sum(run.items_updated) AS "itemsUpdated", sum(run.items_deleted) AS "itemsDeleted"
     ${ENDED} GROUP BY 1, 2 ORDER BY 1, 2`,
    [...parametersOf(scope), bucket],
  )
}

/** How many runs failed, by provider and class of error. */
export async function failureRates(sql: Sql, scope: StatisticsScope): Promise<FailureRate[]> {
  const rows = await sql.query<{ provider: string; isFailed: boolean; code: string | null; runs: number }>(
    `SELECT run.provider, run.status = 'FAILED' AS "isFailed",
       CASE WHEN run.status = 'FAILED' THEN run.error_code END AS code, count(*) AS runs
     ${ENDED} AND run.status IN ('COMPLETED', 'PARTIAL', 'FAILED')
     GROUP BY 1, 2, 3 ORDER BY 1, 4 DESC, 3`,
    parametersOf(scope),
  )
  return [...Map.groupBy(rows, ({ provider }) => provider)].map(([provider, outcomes]) => {
    const failed = outcomes.filter(({ isFailed }) => isFailed)
    return { provider, runs: total(outcomes), failedRuns: total(failed), classes: byClass(failed) }
  })
}

const total = (outcomes: readonly { runs: number }[]) => outcomes.reduce((sum, { runs }) => sum + runs, 0)

function byClass(failed: readonly { code: string | null; runs: number }[]): FailureRate['classes'] {
  return [...Map.groupBy(failed, ({ code }) => classOfError(code))]
    .map(([errorClass, outcomes]) => ({
      errorClass,
      runs: total(outcomes),
      errorCodes: outcomes.flatMap(({ code }) => code ?? []),
    }))
    .sort((a, b) => b.runs - a.runs)
}

/** What a run is compared with. */
export interface RunKind {
  hotelId: string
  provider: string
  entityType: EntityType
  operation: string
}

/**
 * Median duration, in milliseconds, of the last 100 complete runs of each kind; null where there is none. One statement.
 */
export async function medianDurations(sql: Sql, kinds: readonly RunKind[]): Promise<(number | null)[]> {
  const rows = await sql.query<{ median: number | null }>(
    `SELECT median.ms AS median
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
       AS kind (hotel_id, provider, entity_type, operation, position)
     CROSS JOIN LATERAL (
       SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY duration) AS ms FROM (
         SELECT duration FROM pms_sync_log run
         WHERE run.hotel_id = kind.hotel_id AND run.provider = kind.provider AND run.entity_type = kind.entity_type
           AND run.status = 'COMPLETED' AND run.operation = kind.operation
         ORDER BY id DESC LIMIT 100
       ) AS last_runs
     ) AS median ORDER BY kind.position`,
    [
      kinds.map(({ hotelId }) => hotelId),
      kinds.map(({ provider }) => provider),
      kinds.map(({ entityType }) => entityType),
      kinds.map(({ operation }) => operation),
    ],
  )
  return rows.map(({ median }) => median)
}
