import type { ErrorCode } from '../errors.ts'
import type { Sql } from '../platform/database/database.ts'
import type { Clock } from '../providers/provider.ts'
import {
  type CircuitBreaker,
  type CircuitBreakers,
  FIRST_OPEN_MS,
  LONGEST_OPEN_MS,
  THRESHOLD,
} from '../providers/transport/circuit-breaker.ts'

export interface SharedCircuitsOptions {
  readonly database: Sql
  readonly clock: Clock
  /** From 0 to 1; spreads the ends of an outage. */
  random(): number
  /** A vendor that failed is well again: what waited for that may go on. */
  onRecovered(key: string): Promise<void>
}

interface Health {
  failures: number
  /** Of a clock that never jumps. */
  openUntilMs: number
  readAtMs: number
}

/** What others found out about a vendor is known here after so long. */
const REMEMBERED_MS = 1_000

/**
 * How vendors answer, in the database: what one worker finds out holds for all. There is a row only while a vendor fails,
 * and it is written only when that changes. While a circuit is half-open the claim lets one run through, which finds out.
 */
export function createSharedCircuits(options: SharedCircuitsOptions): CircuitBreakers {
  const known = new Map<string, Health>()
  return {
    of(key) {
      const health = known.get(key) ?? { failures: 0, openUntilMs: 0, readAtMs: Number.NEGATIVE_INFINITY }
      known.set(key, health)
      return createSharedCircuit(options, key, health)
    },
  }
}

function createSharedCircuit(options: SharedCircuitsOptions, key: string, health: Health): CircuitBreaker {
  const { database, clock, random, onRecovered } = options
  const note = (row: { failures: number; openForMs: number | null } | undefined) => {
    const now = performance.now()
    Object.assign(health, {
      failures: row?.failures ?? 0,
      openUntilMs: row?.openForMs ? now + row.openForMs : 0,
      readAtMs: now,
    })
  }
  return {
    async enter() {
      if (performance.now() - health.readAtMs > REMEMBERED_MS) {
        const [row] = await database.query<{ failures: number; openForMs: number | null }>(
          `SELECT ${HEALTH} FROM pms_provider_health h WHERE key = $1`,
          [key],
        )
        note(row)
      }
      const openForMs = health.openUntilMs - performance.now()
      return openForMs > 0 ? new Date(clock.now().getTime() + openForMs) : null
    },
    async failed(code: ErrorCode) {
      // From nine to eleven tenths: not all that were refused together come back together.
      const [row] = await database.query<{ failures: number; openForMs: number | null }>(FAIL, [
        key,
        code,
        0.9 + random() / 5,
      ])
      note(row)
    },
    async succeeded() {
      if (health.failures === 0) return
      const rows = await database.query('DELETE FROM pms_provider_health WHERE key = $1 RETURNING 1', [key])
      note(undefined)
      if (rows.length > 0) await onRecovered(key)
    },
    abandoned() {},
  }
}

const HEALTH = `h.failures, (extract(epoch FROM h.open_until - clock_timestamp()) * 1000)::float8 AS "openForMs"`

/** Failures of requests that were under way when it opened say nothing new. */
const IS_OPEN = 'coalesce(h.open_until > now(), false)'

const FAIL = `
  INSERT INTO pms_provider_health AS h (key, provider, failures, last_error_code)
  VALUES ($1, split_part($1, ':', 1), 1, $2)
  ON CONFLICT (key) DO UPDATE SET last_error_code = $2, last_failed_at = now(),
    failures = h.failures + CASE WHEN ${IS_OPEN} THEN 0 ELSE 1 END,
    open_until = CASE WHEN ${IS_OPEN} OR h.failures + 1 < ${THRESHOLD} THEN h.open_until
      ELSE now() + $3 * interval '1 ms'
        * least(${FIRST_OPEN_MS} * 2 ^ least(h.failures + 1 - ${THRESHOLD}, 20), ${LONGEST_OPEN_MS}) END
  RETURNING ${HEALTH}`
