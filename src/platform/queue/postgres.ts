import {
  type BackendFactory,
  type ConnectionOptions,
  createPostgresBackend,
  createPostgresRelayBackend,
  type RelayBackendFactory,
  runMigrations,
} from 'bullmq'
import pg from 'pg'
import { QUEUE_CONNECTIONS } from '../database/connection-limit.ts'
import { QUEUE_SCHEMA, SEARCH_PATH } from '../database/search-path.ts'
import { type QueueDriver, queueUnreachable, retryingBackend } from './driver.ts'
import type { ReportTrouble } from './outage-log.ts'

/** The queue beside our tables, in a schema of its own. All that one process opens shares a small pool. */
export async function openPostgresDriver(
  { url, migrationUrl }: { url: string; migrationUrl: string | null },
  report: ReportTrouble,
): Promise<QueueDriver> {
  if (migrationUrl !== null) await migrateAsOwner(url, migrationUrl, report)
  else if (await isOwner(url, report)) await onConnection(url, report, (client) => runMigrations(client))
  const pool = openPool(url, report)
  // BullMQ's classes are typed for Redis by default; they only hand the connection on to the backend beside it.
  const connection = pool as unknown as ConnectionOptions
  return {
    kind: 'postgres',
    producer: connection,
    consumer: connection,
    backend: retryingBackend(createPostgresBackend as unknown as BackendFactory),
    relayBackend: createPostgresRelayBackend as unknown as RelayBackendFactory,
    // Beside our own tables: whoever asks for these knows already.
    problem: () => null,
    arrival: Promise.resolve(),
    close: () => pool.end(),
  }
}

function openPool(url: string, report: ReportTrouble): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    // Each worker and the relay keep one for `LISTEN`; the others come and go with the queries.
    max: QUEUE_CONNECTIONS,
    application_name: 'pms-queue',
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // The same as the user's default, for users that have none. A pooler may hand the connection to others: nothing that
    // changes what they do, such as `synchronous_commit`, may be said on it.
    onConnect: (client) => client.query(`SET search_path = ${SEARCH_PATH}`),
  })
  // One that is in use tells of its loss itself, to whoever listens.
  pool.on('error', report).on('connect', (client) => client.on('error', report))
  return pool
}

/** BullMQ takes an advisory lock in there: processes that start together wait for the first one. */
async function migrateAsOwner(url: string, migrationUrl: string, report: ReportTrouble): Promise<void> {
  const user = await onConnection(url, report, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT current_user AS name')
    return pg.escapeIdentifier(rows[0]?.name ?? '')
  })
  await onConnection(migrationUrl, report, async (owner) => {
    await runMigrations(owner)
    await owner.query('BEGIN')
    await owner.query('SELECT pg_advisory_xact_lock($1)', [GRANT_LOCK])
    for (const right of SERVICE_RIGHTS) await owner.query(`GRANT ${right} IN SCHEMA ${QUEUE_SCHEMA} TO ${user}`)
    await owner.query(`GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${user}`)
    await owner.query('COMMIT')
  })
}

/** Of whoever works with the queue; its functions are open to all who may use the schema. */
const SERVICE_RIGHTS = ['SELECT, INSERT, UPDATE, DELETE ON ALL TABLES', 'USAGE, SELECT ON ALL SEQUENCES']
/** Rights of one table that are given by two at once are an error. */
const GRANT_LOCK = 0x504d5351 // "PMSQ"

/** Whether the queue's schema is ours to bring up to date. Else its owner does, by `pms migrate`. */
const isOwner = (url: string, report: ReportTrouble): Promise<boolean> =>
  onConnection(url, report, async (client) => {
    const { rows } = await client.query<{ mayCreate: boolean }>(
      `SELECT has_database_privilege(current_database(), 'CREATE') AS "mayCreate"`,
    )
    return rows[0]?.mayCreate === true
  })

async function onConnection<T>(
  url: string,
  report: ReportTrouble,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', report)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw queueUnreachable(url, error)
  } finally {
    await client.end().catch(report)
  }
}
