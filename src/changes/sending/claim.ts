import type { Change } from '../../entities/change.ts'
import type { Sql } from '../../platform/database/database.ts'
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
const IS_DUE = `c.state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN') AND c.ready_at <= now() AND ${IS_FREE}
  AND coalesce(c.waiting_for, '') <> 'PERSON' AND (c.state <> 'PENDING' OR c.expires_at > now())
  AND (c.state <> 'PENDING' OR ${HAS_TURN}) AND ${IS_ALLOWED}`

/** Takes the change that has been due longest; null when none is. Any number of workers may ask at the same time. */
export async function claimChange(sql: Sql, leaseMs: number, id: string | null = null): Promise<Change | null> {
  const [change] = await sql.query<Change>(
    `WITH next AS MATERIALIZED (
       SELECT c.id FROM pms_change c WHERE ${IS_DUE} AND ($2::uuid IS NULL OR c.id = $2)
       ORDER BY c.ready_at LIMIT 1 FOR UPDATE OF c SKIP LOCKED
     )
     UPDATE pms_change c SET lease_token = c.lease_token + 1, lease_expires_at = now() + $1 * interval '1 ms',
       attempts = c.attempts + 1
     FROM next WHERE c.id = next.id RETURNING ${COLUMNS}`,
    [leaseMs, id],
  )
  return change ?? null
}
