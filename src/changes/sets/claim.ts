import type { ChangeSet } from '../../entities/change-set.ts'
import type { Sql } from '../../platform/database/database.ts'
import { SET_COLUMNS } from './rows.ts'

/** Nothing is asked of a PMS that is paused, out of order or not to be written to. */
const IS_ALLOWED = `EXISTS (SELECT FROM pms_configuration f WHERE f.hotel_id = s.hotel_id AND f.provider = s.provider
  AND f.enabled AND f.write_enabled
  AND NOT EXISTS (SELECT FROM pms_provider_health h WHERE h.key = f.credential_key AND h.open_until > now()))`
const IS_DUE = `s.state = 'DRAFT' AND s.ready_at <= now()
  AND (s.lease_expires_at IS NULL OR s.lease_expires_at <= now()) AND ${IS_ALLOWED}`

/** Takes the set that has been due longest; null when none is. Any number of workers may ask at the same time. */
export async function claimSet(sql: Sql, leaseMs: number, id: string | null = null): Promise<ChangeSet | null> {
  const [set] = await sql.query<ChangeSet>(
    `WITH next AS MATERIALIZED (
       SELECT s.id FROM pms_change_set s WHERE ${IS_DUE} AND ($2::uuid IS NULL OR s.id = $2)
       ORDER BY s.ready_at LIMIT 1 FOR UPDATE OF s SKIP LOCKED
     )
     UPDATE pms_change_set s SET lease_token = s.lease_token + 1, lease_expires_at = now() + $1 * interval '1 ms',
       attempts = s.attempts + 1
     FROM next WHERE s.id = next.id RETURNING ${SET_COLUMNS}`,
    [leaseMs, id],
  )
  return set ?? null
}
