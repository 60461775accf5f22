import type pg from 'pg'
import { PmsIntegrationError } from '../../errors.ts'

/** Where the queue's tables are. Ours come first, so that migrations create there. */
export const QUEUE_SCHEMA = 'bullmq'
export const SEARCH_PATH = `public, ${QUEUE_SCHEMA}`

/**
 * Lets every connection of this user find the queue's tables, also one that a pooler has opened: nothing that is said on one
 * connection is known on the next. The connection at hand was opened before.
 * @throws PmsIntegrationError CONFIGURATION_INVALID when tables of somebody else hide those of the queue
 */
export async function setSearchPath(client: pg.Client): Promise<void> {
  const { rows: hidden } = await client.query<{ name: string }>(
    `SELECT q.tablename AS name FROM pg_tables q JOIN pg_tables p ON p.schemaname = 'public' AND p.tablename = q.tablename
     WHERE q.schemaname = $1`,
    [QUEUE_SCHEMA],
  )
  if (hidden.length > 0) {
    const names = hidden.map(({ name }) => name).join(', ')
    throw new PmsIntegrationError(
      'CONFIGURATION_INVALID',
      `The schema public of the database has tables that hide those of the job queue: ${names}. Use a database of its own.`,
    )
  }
  const { rows } = await client.query<{ path: string; name: string }>(
    `SELECT current_setting('search_path') AS path, current_database() AS name`,
  )
  if (rows[0]?.path === SEARCH_PATH) return
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  await client.query(`ALTER ROLE CURRENT_USER IN DATABASE ${database} SET search_path = ${SEARCH_PATH}`)
  await client.query(`SET search_path = ${SEARCH_PATH}`)
}
