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
import { SEARCH_PATH } from '../database/search-path.ts'
import { type QueueDriver, queueUnreachable, retryingBackend } from './driver.ts'
import type { ReportTrouble } from './outage-log.ts'

/** The queue beside our tables, in a schema of its own. All that one process opens shares a small pool. */
export async function openPostgresDriver(url: string, report: ReportTrouble): Promise<QueueDriver> {
  await migrate(url, report)
  const pool = openPool(url, report)
  // BullMQ's classes are typed for Redis by default; they only hand the connection on to the backend beside it.
  const connection = pool as unknown as ConnectionOptions
  return {
    kind: 'postgres',
    producer: connection,
    consumer: connection,
    backend: retryingBackend(createPostgresBackend as unknown as BackendFactory),
    relayBackend: createPostgresRelayBackend as unknown as RelayBackendFactory,
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
async function migrate(url: string, report: ReportTrouble): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', report)
  try {
    await client.connect()
    await runMigrations(client)
  } catch (error) {
    throw queueUnreachable(url, error)
  } finally {
    await client.end().catch(report)
  }
}
