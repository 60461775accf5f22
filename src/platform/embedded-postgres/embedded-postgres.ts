import { createHmac } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { PmsIntegrationError } from '../../errors.ts'
import { makeFolder } from '../make-folder.ts'
import { databaseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { withFileLock } from './file-lock.ts'
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { signUp } from './users.ts'
import { watchPostmaster } from './watch.ts'

/** A PostgreSQL server of our own on 127.0.0.1, shared by all processes with the same data directory. */
export interface EmbeddedPostgres extends AsyncDisposable {
  /** Of the database `pms`, as its owner, password included. */
  readonly url: string
  /** The same for a user who owns nothing. */
  readonly serviceUrl: string
  /** Where the cluster really lives. */
  readonly dataDir: string
  /** Whether the server ran already: another process uses it, or one died without stopping it. */
  readonly adopted: boolean
  /** Leaves the server. The last living process that used it stops it. May be called more than once. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Made when missing. */
  dataDir: string
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void }
  /** Default: any free one. A server that runs already keeps its own. */
  port?: number
  /** False trades safety against a crash of the machine for speed; for tests. */
  durable?: boolean
}

const DATABASE = 'pms'
const OWNER = 'postgres'
const SERVICE_USER = 'pms_service'
const SILENCE_MS = 60_000
const ANSWER_MS = 10_000
const POLL_MS = 50
/** PostgreSQL's answer while it starts, recovers or stops. */
const CANNOT_CONNECT_NOW = '57P03'

/**
 * Starts the embedded PostgreSQL of a data directory, or joins the one that runs. Safe when several processes start at
 * once, after a crash of any of them, and as root.
 * @throws PmsIntegrationError `CONFIGURATION_INVALID` when this machine cannot run it as configured,
 * `SERVICE_UNAVAILABLE` when the server gives up; the message holds the end of its log
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options
  makeFolder(options.dataDir)
  const dataDir = await realpath(options.dataDir)
  const lock = join(dataDir, 'postgres.lock')
  const { cluster, server, adopted, signOff } = await withFileLock(lock, () => enter(dataDir, options))
  // Such as one that the machine killed for its memory: whoever uses it finds it again at the same port.
  const watch = watchPostmaster(server, log, () =>
    withFileLock(lock, async () => (await findServer(cluster)) ?? restart(dataDir, cluster, server.port, options)),
  )
  const leave = async () => {
    await watch[Symbol.asyncDispose]()
    makeFolder(dataDir) // for the lock, even if somebody removed it under us
    await withFileLock(lock, async () => {
      const others = await signOff()
      if (others === 0) return stopPostmaster((await findPostmaster(cluster)) ?? server)
      log.info({ others }, 'The database stays up for the processes that still use it')
    })
  }
  let left: Promise<void> | undefined
  const stop = () => {
    left ??= leave()
    return left
  }
  const url = urlOf(server, DATABASE, OWNER, cluster.password)
  const serviceUrl = urlOf(server, DATABASE, SERVICE_USER, servicePassword(cluster))
  return { url, serviceUrl, dataDir: cluster.folder, adopted, stop, [Symbol.asyncDispose]: stop }
}

async function restart(
  dataDir: string,
  cluster: Cluster,
  port: number,
  { log, durable = true }: EmbeddedPostgresOptions,
) {
  const account = await databaseAccount(join(dataDir, 'postgres'))
  const binaries = await findBinaries(account, log)
  return startPostmaster(cluster, { binaries, account, durable, port })
}

async function enter(dataDir: string, { log, port, durable = true }: EmbeddedPostgresOptions) {
  const account = await databaseAccount(join(dataDir, 'postgres'))
  const binaries = await findBinaries(account, log)
  const cluster = await openCluster({ dataDir, account, binaries, durable, log })
  const signOff = await signUp(cluster.usersFolder)
  try {
    const found = await findServer(cluster)
    const server = found ?? (await startPostmaster(cluster, { binaries, account, durable, port }))
    await createDatabase(cluster, server)
    const facts = { port: server.port, folder: cluster.folder }
    log.info(facts, found ? 'Joined the embedded PostgreSQL that runs already' : 'Embedded PostgreSQL started')
    return { cluster, server, adopted: found !== null, signOff }
  } catch (error) {
    await signOff()
    throw error
  }
}

/** The server that runs already, once it answers. One that stays silent is stopped. */
async function findServer(cluster: Cluster): Promise<Postmaster | null> {
  const deadline = performance.now() + SILENCE_MS
  for (;;) {
    const found = await findPostmaster(cluster)
    if (found === null) return null
    if (found.isReady && (await answers(cluster, found))) return found
    if (performance.now() > deadline) await stopPostmaster(found)
    await delay(POLL_MS)
  }
}

async function answers(cluster: Cluster, server: Postmaster): Promise<boolean> {
  try {
    const [row] = await query<{ data_directory: string }>(cluster, server, 'SHOW data_directory')
    return row !== undefined && (await realpath(row.data_directory)) === cluster.data
  } catch (error) {
    // It speaks, and refuses us for a reason that waiting does not change.
    if (error instanceof pg.DatabaseError && error.code !== CANNOT_CONNECT_NOW) throw unavailable(error)
    return false
  }
}

async function createDatabase(cluster: Cluster, server: Postmaster): Promise<void> {
  try {
    const found = await query(cluster, server, 'SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (found.length === 0) await query(cluster, server, `CREATE DATABASE ${DATABASE}`)
    const users = await query(cluster, server, 'SELECT 1 FROM pg_roles WHERE rolname = $1', [SERVICE_USER])
    if (users.length > 0) return
    await query(cluster, server, `CREATE ROLE ${SERVICE_USER} LOGIN PASSWORD '${servicePassword(cluster)}'`)
  } catch (error) {
    throw unavailable(error)
  }
}

async function query<R extends pg.QueryResultRow>(
  cluster: Cluster,
  server: Postmaster,
  text: string,
  params: unknown[] = [],
) {
  const connectionString = urlOf(server, 'postgres', OWNER, cluster.password)
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS })
  client.on('error', () => {}) // the query that it breaks reports it
  try {
    await client.connect()
    return (await client.query<R>(text, params)).rows
  } finally {
    await client.end()
  }
}

function urlOf({ port }: Postmaster, database: string, user: string, password: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
}

/** Whoever has it cannot tell the owner's from it. */
const servicePassword = ({ password }: Cluster) =>
  createHmac('sha256', password).update(SERVICE_USER).digest('base64url')

function unavailable(cause: unknown): PmsIntegrationError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new PmsIntegrationError('SERVICE_UNAVAILABLE', `The embedded PostgreSQL does not serve: ${reason}`, { cause })
}
