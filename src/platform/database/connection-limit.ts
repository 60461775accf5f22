import { PmsIntegrationError } from '../../errors.ts'
import type { Sql } from './database.ts'
import { CONNECTIONS as PIPELINED } from './prepared/connections.ts'

/** Connections that the queue of a process holds at most, where it is on PostgreSQL. */
export const QUEUE_CONNECTIONS = 6

/** What a process opens at most, and what an administrator multiplies by the number of processes. */
export function connectionsOf(poolSize: number, isQueueOnPostgres: boolean): number {
  return poolSize + PIPELINED + (isQueueOnPostgres ? QUEUE_CONNECTIONS : 0)
}

/**
 * Compares what a process may open with what the server and the user's own limit allow.
 * @returns what is short at the moment; null: nothing
 * @throws PmsIntegrationError CONFIGURATION_INVALID when they never allow it
 */
export async function checkConnections(sql: Sql, needed: number): Promise<string | null> {
  const [row] = await sql.query<{ allowed: number; used: number }>(
    `SELECT least(
         current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer,
         (SELECT CASE WHEN rolconnlimit < 0 THEN NULL ELSE rolconnlimit END FROM pg_roles WHERE rolname = current_user)
       ) AS allowed,
       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid())::integer
         AS used`,
  )
  const { allowed = needed, used = 0 } = row ?? {}
  const formula = `a process opens up to ${needed}: DATABASE_CONNECTIONS, ${PIPELINED} for quick reads and, with the queue on PostgreSQL, ${QUEUE_CONNECTIONS} for it`
  if (allowed < needed) {
    throw new PmsIntegrationError(
      'CONFIGURATION_INVALID',
      `PostgreSQL allows ${allowed} connections, and ${formula}. Raise max_connections or lower DATABASE_CONNECTIONS.`,
    )
  }
  return allowed - used < needed
    ? `PostgreSQL has ${allowed - used} of ${allowed} connections left, and ${formula}.`
    : null
}
