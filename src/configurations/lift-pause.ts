import type { Sql } from '../platform/database/database.ts'

/**
 * Lets the next request of a credential through, whatever was said before: a circuit that is open becomes half-open, and
 * what a vendor asked to wait for is over. If it is not well again, the next answer closes the door again.
 */
export async function liftPause(sql: Sql, credentialKey: string): Promise<void> {
  await sql.query('UPDATE pms_provider_health SET open_until = now() WHERE key = $1 AND open_until > now()', [
    credentialKey,
  ])
  await sql.query(
    `UPDATE pms_rate_budget SET paused_until = now() WHERE split_part(key, '@', 1) = $1 AND paused_until > now()`,
    [credentialKey],
  )
}
