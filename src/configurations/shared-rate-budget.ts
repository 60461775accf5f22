import type { Sql } from '../platform/database/database.ts'
import type { Clock } from '../providers/provider.ts'
import type { RateBudget } from '../providers/transport/http.ts'
import { countedWindowMs } from '../providers/transport/rate-budget.ts'
import { LONGEST_WAIT_MS } from '../providers/transport/retry-after.ts'

/**
 * A vendor's allowance in the database: one for all workers that use the same credential, whichever process they live in.
 * It counts by the database's clock and says times in the caller's, takes one short statement a request, and holds no connection while somebody waits.
 */
export function createSharedRateBudget({ database, clock }: { database: Sql; clock: Clock }): RateBudget {
  const known = new Set<string>()
  const ensure = async (key: string) => {
    if (known.has(key)) return
    await database.query('INSERT INTO pms_rate_budget (key) VALUES ($1) ON CONFLICT DO NOTHING', [key])
    known.add(key)
  }
  return {
    async take(key, { requests, perMs, ofSets = null }) {
      await ensure(key)
      const parameters = [key, requests, countedWindowMs(perMs), ofSets]
      const granted = await database.query(TAKE, parameters)
      if (granted.length > 0) return { granted: true }
      const [row] = await database.query<{ waitMs: number }>(NEXT, parameters)
      // No row: the database was restored or emptied under us.
      if (row === undefined) known.delete(key)
      return { granted: false, retryAt: new Date(clock.now().getTime() + Math.max(row?.waitMs ?? 0, 1)) }
    },
    async pause(key, until) {
      await ensure(key)
      await database.query(
        `UPDATE pms_rate_budget SET paused_until = greatest(${PAUSED_UNTIL}, now() + $2 * interval '1 ms') WHERE key = $1`,
        [key, Math.min(Math.max(until.getTime() - clock.now().getTime(), 0), LONGEST_WAIT_MS)],
      )
    },
  }
}

/** No pause is longer than a vendor may ask for: what says so is of a version that believed anything, or of a wrong clock. */
const PAUSED_UNTIL = `CASE WHEN paused_until <= now() + interval '${LONGEST_WAIT_MS} ms' THEN paused_until ELSE now() END`

/** The grants that still count, oldest first. */
const counted = (grants: 'granted_at' | 'of_sets_at') => `ARRAY(
  SELECT granted FROM unnest(b.${grants}) AS granted
  WHERE granted > clock_timestamp() - $3 * interval '1 ms' ORDER BY granted)`

/** Two workers cannot both take the last slot: the second waits for the row and looks again. */
const TAKE = `
  UPDATE pms_rate_budget AS b SET granted_at = array_append(${counted('granted_at')}, clock_timestamp()),
    of_sets_at = CASE WHEN $4::integer IS NULL THEN b.of_sets_at
      ELSE array_append(${counted('of_sets_at')}, clock_timestamp()) END
  WHERE key = $1 AND ${PAUSED_UNTIL} <= clock_timestamp() AND cardinality(${counted('granted_at')}) < $2
    AND ($4::integer IS NULL OR cardinality(${counted('of_sets_at')}) < $4)
  RETURNING 1`

/** Milliseconds until a slot is free: until the pause is over, or the oldest grant that fills the allowance has aged. */
const NEXT = `
  SELECT ceil(extract(epoch FROM greatest(
      ${PAUSED_UNTIL},
      granted_at[cardinality(granted_at) - $2::integer + 1] + $3 * interval '1 ms',
      of_sets_at[cardinality(of_sets_at) - $4::integer + 1] + $3 * interval '1 ms',
      clock_timestamp()
    ) - clock_timestamp()) * 1000)::integer AS "waitMs"
  FROM pms_rate_budget WHERE key = $1`
