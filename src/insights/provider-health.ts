import type { ErrorCode } from '../errors.ts'
import type { Sql } from '../platform/database/database.ts'
import { THRESHOLD } from '../providers/transport/circuit-breaker.ts'
import { LONGEST_WAIT_MS } from '../providers/transport/retry-after.ts'

/** CLOSED: requests are sent. OPEN: none is. HALF_OPEN: one sync finds out whether the PMS is well again. */
export type CircuitState = 'CLOSED' | 'OPEN' | 'HALF_OPEN'

/** How a PMS answers one account: hotels with the same credentials share it. */
export interface ProviderHealth {
  provider: string
  state: CircuitState
  /** Requests in a row that failed. */
  failures: number
  /** When the first of them did; null while there is none. */
  since: Date | null
  /** What the last of them failed with. */
  reason: ErrorCode | null
  /** Up to when the PMS asked for no more requests. */
  pausedUntil: Date | null
  /** When the PMS is asked again; null when nothing keeps requests back. */
  nextTryAt: Date | null
  /** Hotels within the scope of the question, of which at most {@link HOTELS_MAX} are named. */
  hotelCount: number
  hotelIds: string[]
}

export interface HealthFilter {
  readonly hotelId?: string | null | undefined
  /** Only accounts with failures or a pause. */
  readonly isTroubled?: boolean
  readonly first: number
}

export const HOTELS_MAX = 100

/**
 * By account, those in trouble first. What is shared between hotels tells nothing of whose they are: only hotels and runs
 * within the scope of `sql` are counted.
 */
export function readProviderHealth(
  sql: Sql,
  { hotelId = null, isTroubled = false, first }: HealthFilter,
): Promise<ProviderHealth[]> {
  return sql.query<ProviderHealth>(READ, [hotelId, first, isTroubled])
}

const NEXT_TRY = `greatest(CASE WHEN open_until > now() THEN open_until END, paused_until)`

/** An account that no sync has used yet has no key, and nothing is known of it. */
const READ = `
  WITH account AS (
    SELECT provider, credential_key AS key, count(*)::integer AS hotel_count,
      (array_agg(hotel_id ORDER BY hotel_id))[1:${HOTELS_MAX}] AS hotel_ids
    FROM pms_configuration WHERE $1::text IS NULL OR hotel_id = $1
      OR credential_key IN (SELECT credential_key FROM pms_configuration WHERE hotel_id = $1)
    GROUP BY provider, credential_key, CASE WHEN credential_key IS NULL THEN id END
  )
  SELECT account.provider, coalesce(h.failures, 0) AS failures, h.failing_since AS since,
    h.last_error_code AS reason, paused_until AS "pausedUntil", ${NEXT_TRY} AS "nextTryAt",
    hotel_count AS "hotelCount", hotel_ids AS "hotelIds",
    CASE WHEN h.open_until > now() THEN 'OPEN' WHEN h.failures >= ${THRESHOLD} THEN 'HALF_OPEN' ELSE 'CLOSED' END AS state
  FROM account LEFT JOIN pms_provider_health h USING (key)
  CROSS JOIN LATERAL (
    SELECT max(until) AS paused_until FROM (
      SELECT paused_until AS until FROM pms_rate_budget WHERE split_part(key, '@', 1) = account.key
      UNION ALL
      SELECT ready_at FROM pms_sync_log WHERE credential_key = account.key
        AND status IN ('QUEUED', 'RUNNING') AND wait_reason = 'RETRY_AFTER'
    ) pause
    WHERE until > now() AND until <= now() + interval '${LONGEST_WAIT_MS} ms'
  ) pause
  WHERE NOT $3::boolean OR h.failures IS NOT NULL OR paused_until IS NOT NULL
  ORDER BY ${NEXT_TRY} DESC NULLS LAST, h.failures DESC NULLS LAST, provider, hotel_ids LIMIT $2`
