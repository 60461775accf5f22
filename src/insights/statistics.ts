import type { Sql } from '../platform/database/database.ts'
import { type DurationHistogram, quantileOf, SLOTS } from './duration-histogram.ts'
import { classOfError, type ErrorClass } from './error-class.ts'
import { FIGURES, rolledUntil } from './fleet/fleet-figures.ts'

export type Span = 'DAY' | 'WEEK' | 'MONTH'
/** Hours and days of UTC. */
export type Bucket = 'HOUR' | 'DAY'

const DAY_MS = 86_400_000
const SPAN_MS: Readonly<Record<Span, number>> = { DAY: DAY_MS, WEEK: 7 * DAY_MS, MONTH: 30 * DAY_MS }
export const BUCKET_MS: Readonly<Record<Bucket, number>> = { HOUR: 3_600_000, DAY: DAY_MS }

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

/** The figures that were counted as runs ended; the migration that made them says how. What of all hotels is added up is not read again. */
const COUNTED = `FROM (
    SELECT ${FIGURES} FROM pms_sync_figure
    WHERE ($1::text[] IS NULL OR hotel_id = ANY($1)) AND bucket = $3 AND at >= $4 AND ($5::timestamptz IS NULL OR at > $5)
    UNION ALL
    SELECT ${FIGURES} FROM pms_fleet_figure WHERE bucket = $3 AND at >= $4 AND at <= $5
  ) AS figure WHERE ($2::text IS NULL OR figure.provider = $2)`

/** A span begins with the whole hour or day in which it begins. */
export function startOfSpan({ span, now }: Pick<StatisticsScope, 'span' | 'now'>, bucket: Bucket): Date {
  const start = now.getTime() - SPAN_MS[span]
  return new Date(start - (start % BUCKET_MS[bucket]))
}

const parametersOf = async (sql: Sql, scope: StatisticsScope, bucket: Bucket) => [
  scope.hotelIds,
  scope.provider ?? null,
  bucket,
  startOfSpan(scope, bucket),
  scope.hotelIds === null ? await rolledUntil(sql, bucket) : null,
]

/** How long runs took that came to their end, by provider and bucket; buckets without runs are left out. */
export async function syncDurations(sql: Sql, scope: StatisticsScope, bucket: Bucket): Promise<Durations[]> {
  const counts = Array.from({ length: SLOTS }, (_, slot) => `sum(d${slot})`)
  const rows = await sql.query<Pick<Durations, 'provider' | 'at'> & DurationHistogram>(
    `SELECT provider, at, min(shortest_ms) AS "shortestMs", max(longest_ms) AS "longestMs",
       to_json(ARRAY[${counts.join(', ')}]) AS counts
     ${COUNTED} AND outcome = 'COMPLETED' AND shortest_ms IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
    await parametersOf(sql, scope, bucket),
  )
  return rows.map(({ provider, at, ...durations }) => ({
    provider,
    at,
    runs: durations.counts.reduce((sum, count) => sum + count, 0),
    p50Ms: quantileOf(durations, 0.5),
    p95Ms: quantileOf(durations, 0.95),
    p99Ms: quantileOf(durations, 0.99),
  }))
}

/**
 * What runs brought, by provider and bucket; those that failed or were cancelled on their way keep what they stored. Summed as
 * floating point, which is exact up to 2^53 and many times faster than the numeric that sums of bigint are.
 */
export async function syncChanges(sql: Sql, scope: StatisticsScope, bucket: Bucket): Promise<Changes[]> {
  return sql.query<Changes>(
    `SELECT provider, at, sum(runs) AS runs,
       sum(items_processed::float8) AS "itemsProcessed", sum(items_created::float8) AS "itemsCreated",
       sum(items_updated::float8) AS "itemsUpdated", sum(items_deleted::float8) AS "itemsDeleted"
     ${COUNTED} GROUP BY 1, 2 ORDER BY 1, 2`,
    await parametersOf(sql, scope, bucket),
  )
}

/** How many runs failed, by provider and class of error. */
export async function failureRates(sql: Sql, scope: StatisticsScope): Promise<FailureRate[]> {
  const rows = await sql.query<{ provider: string; outcome: string; runs: number }>(
    `SELECT provider, outcome, sum(runs) AS runs
     ${COUNTED} AND outcome <> 'CANCELLED' GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    await parametersOf(sql, scope, scope.span === 'MONTH' ? 'DAY' : 'HOUR'),
  )
  return [...Map.groupBy(rows, ({ provider }) => provider)].map(([provider, outcomes]) => {
    const failed = outcomes.filter(({ outcome }) => outcome !== 'COMPLETED')
    return { provider, runs: total(outcomes), failedRuns: total(failed), classes: byClass(failed) }
  })
}

const total = (outcomes: readonly { runs: number }[]) => outcomes.reduce((sum, { runs }) => sum + runs, 0)

/** A run that failed without a code has its status for an outcome. */
const codeOf = (outcome: string) => (outcome === 'FAILED' ? null : outcome)

function byClass(failed: readonly { outcome: string; runs: number }[]): FailureRate['classes'] {
  return [...Map.groupBy(failed, ({ outcome }) => classOfError(codeOf(outcome)))]
    .map(([errorClass, outcomes]) => ({
      errorClass,
      runs: total(outcomes),
      errorCodes: outcomes.flatMap(({ outcome }) => codeOf(outcome) ?? []),
    }))
    .sort((a, b) => b.runs - a.runs)
}
