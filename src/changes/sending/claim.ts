import type { Change } from '../../entities/change.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { PmsProviderAdapter } from '../../providers/provider.ts'
import { COLUMNS, OPEN } from '../parts/rows.ts'

/**
 * How a change comes into the hands of a worker. Of a thing's changes the first that is open goes first, and whatever was
 * sent or contradicted holds back those that come after it.
 */

const IS_FREE = `(c.lease_expires_at IS NULL OR c.lease_expires_at <= now())`
const HAS_TURN = `NOT EXISTS (SELECT FROM pms_change earlier
  WHERE earlier.hotel_id = c.hotel_id AND earlier.entity_type = c.entity_type AND earlier.entity_id = c.entity_id
    AND earlier.number < c.number AND ${OPEN.replace('c.', 'earlier.')})`
/** Nothing is sent for who does not allow it; what was sent is looked at all the same, but while paused. */
const IS_ALLOWED = `EXISTS (SELECT FROM pms_configuration f WHERE f.hotel_id = c.hotel_id AND f.provider = c.provider
  AND f.enabled AND (c.state <> 'PENDING' OR f.write_enabled)
  AND NOT EXISTS (SELECT FROM pms_provider_health h WHERE h.key = f.credential_key AND h.open_until > now()))`
/** Of a set only what runs is sent, and what a person has decided about an item alone. */
const IS_RUN = `(c.set_id IS NULL OR c.state <> 'PENDING' OR c.round > 0 OR EXISTS (SELECT FROM pms_change_set s
  WHERE s.id = c.set_id AND s.hotel_id = c.hotel_id AND s.state = 'RUNNING'))`
const IS_DUE = `c.state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN') AND c.ready_at <= now() AND ${IS_FREE}
  AND coalesce(c.waiting_for, '') <> 'PERSON' AND (c.state <> 'PENDING' OR c.expires_at > now())
  AND (c.state <> 'PENDING' OR ${HAS_TURN}) AND ${IS_ALLOWED} AND ${IS_RUN}`

const TAKE = `UPDATE pms_change c SET lease_token = c.lease_token + 1,
  lease_expires_at = now() + $1 * interval '1 ms', attempts = c.attempts + 1`

/**
 * Takes the single change that has been due longest, or the named one if it is its turn; null when none is. Any number of
 * workers may ask at the same time.
 */
export async function claimChange(sql: Sql, leaseMs: number, id: string | null = null): Promise<Change | null> {
  const [change] = await sql.query<Change>(
    `WITH next AS MATERIALIZED (
       SELECT c.id FROM pms_change c
       WHERE ${IS_DUE} AND CASE WHEN $2::uuid IS NULL THEN c.set_id IS NULL ELSE c.id = $2 END
       ORDER BY c.ready_at LIMIT 1 FOR UPDATE OF c SKIP LOCKED
     )
     ${TAKE} FROM next WHERE c.id = next.id RETURNING ${COLUMNS}`,
    [leaseMs, id],
  )
  return change ?? null
}

export interface ItemsClaim {
  readonly leaseMs: number
  /** How many targets a request may name, by provider and action, as {@link kindOf}; one where it is not said. */
  readonly batches: Readonly<Record<string, number>>
  /** Connections of which this worker has enough in hand: hotel and provider, as {@link kindOf}. */
  readonly crowded: readonly string[]
}

/** As one word. */
export const kindOf = (one: string, other: string) => `${one} ${other}`

/** Of all providers, where a request takes more than one. */
export const batchesOf = (providers: readonly Pick<PmsProviderAdapter, 'key' | 'write'>[]) =>
  Object.fromEntries(
    providers.flatMap(({ key, write = {} }) =>
      Object.entries(write).flatMap(([action, { batch }]) =>
        batch > 1 ? [[kindOf(key, action), batch] as const] : [],
      ),
    ),
  )

/**
 * Takes items of a set: the one that has been due longest and, as far as one request takes several, those that are to be
 * sent or looked at in the same way, in the order of their lines.
 */
export function claimItems(sql: Sql, { leaseMs, batches, crowded }: ItemsClaim): Promise<Change[]> {
  return sql.query<Change>(
    `WITH head AS MATERIALIZED (
       SELECT c.* FROM pms_change c
       WHERE ${IS_DUE} AND c.set_id IS NOT NULL AND c.hotel_id || ' ' || c.provider <> ALL ($3::text[])
       ORDER BY c.ready_at, c.number LIMIT 1 FOR UPDATE OF c SKIP LOCKED
     ), mates AS MATERIALIZED (
       SELECT c.id FROM pms_change c JOIN head ON c.hotel_id = head.hotel_id AND c.set_id = head.set_id
       WHERE c.id <> head.id AND c.state = head.state AND c.provider = head.provider AND c.account = head.account
         AND c.action = head.action AND c.options = head.options AND NOT (c.goes_alone OR head.goes_alone) AND ${IS_DUE}
       ORDER BY c.number
       LIMIT (SELECT coalesce(($2::jsonb ->> (provider || ' ' || action))::integer, 1) - 1 FROM head)
       FOR UPDATE OF c SKIP LOCKED
     )
     ${TAKE} WHERE c.id IN (SELECT id FROM head UNION ALL SELECT id FROM mates) RETURNING ${COLUMNS}`,
    [leaseMs, JSON.stringify(batches), crowded],
  )
}
