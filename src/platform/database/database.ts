import { setTimeout } from 'node:timers/promises'
import { Migrator } from '@mikro-orm/migrations'
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import { entities } from '../../entities/all.ts'
import { migrations } from '../../entities/migrations/all.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { type ConnectionCounts, createConnections } from './connections.ts'
import { checkEncoding } from './encoding.ts'
import { type HotelScope, type Limits, QUICK } from './hotel-scope.ts'
import { createPipelinedConnections } from './prepared/connections.ts'
import { createNamesOfConnections } from './prepared/names.ts'
import { openScope } from './scoped-database.ts'
import { ensureScopedRole } from './scoped-role.ts'
import { setSearchPath } from './search-path.ts'
import { admitServiceUser } from './service-user.ts'
import { run } from './statements.ts'

/** A row as PostgreSQL gives it: int8 as number, date as `YYYY-MM-DD`, timestamptz as `Date`. */
export type Row = Record<string, unknown>

/** Runs SQL, in a transaction or outside. */
export interface Sql {
  query<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R[]>
}

export interface Statement {
  readonly text: string
  readonly params?: readonly unknown[]
}

export interface TransactionalSql extends Sql {
  /** Runs `work` in one transaction: all of it or nothing. */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>
}

/** How a statement that only reads may be sent. */
export interface ReadOptions {
  /** Sent often, by many, and quick: it stays prepared. Its plan is good for any parameters, and a test says so. */
  readonly isPrepared?: boolean
}

export interface TransactionOptions {
  /** Its statements may take a minute, such as those that look at all rows of a hotel. */
  readonly isLong?: boolean
  /**
   * It is made often: the statements of `queryAll` stay prepared on its connection, so their plans have to be good for any
   * parameters. Where a pooler has lost them, the work is done once more from the start.
   */
  readonly isPrepared?: boolean
}

export interface TogetherOptions {
  /** The transaction is committed behind them, in the same round trip: nothing may come after. */
  readonly commits?: boolean
}

/** A transaction within a scope: SQL for sets of rows, an EntityManager for changes to single ones. */
export interface ScopedTransaction extends Sql {
  /** Several statements, in order, in one round trip: the rows of each. None may need what another has found. */
  queryAll<Rows extends readonly object[][]>(statements: readonly Statement[], options?: TogetherOptions): Promise<Rows>
  /** Of this transaction alone. What it was told is written by `em.flush()`, and at the latest before the commit. */
  readonly em: EntityManager
}

/** Works as a role that row-level security binds: rows of hotels outside of the scope are not there, nor can be made. */
export interface ScopedDatabase extends TransactionalSql {
  readonly scope: HotelScope
  query<R extends object = Row>(text: string, params?: readonly unknown[], options?: ReadOptions): Promise<R[]>
  /** Several statements, in order, all of them or none, in one round trip; they stay prepared as those of `isPrepared`. */
  queryAll<Rows extends readonly object[][]>(statements: readonly Statement[]): Promise<Rows>
  transaction<T>(work: (tx: ScopedTransaction) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** The same for some of its hotels. */
  within(hotelIds: readonly string[]): ScopedDatabase
}

/** What `within` does not lead to works as whoever connected: for the schema, not for the data of hotels. */
export interface Database extends TransactionalSql, AsyncDisposable {
  readonly url: string
  readonly orm: MikroORM
  /** Its connections right now, those for pipelined statements aside. */
  connectionCounts(): ConnectionCounts
  /** For everything that reads or writes hotels' data. */
  within(scope: HotelScope): ScopedDatabase
  /**
   * Brings the schema up to date. Safe when several processes start at once; returns what it applied.
   * @param serviceUser who works with it, where that is somebody else than its owner
   */
  migrate(serviceUser?: string): Promise<string[]>
  /** Names this database among others, for stores that several may share. The same in every process; known once migrated. */
  identity(): Promise<string>
  /** Names of migrations that this version has and the database does not. */
  pendingMigrations(): Promise<string[]>
}

export interface DatabaseOptions {
  url: string
  /** Most connections that this process may hold, two for pipelined statements aside. */
  poolSize?: number
  /** How long statements may take that do not say otherwise. */
  limits?: Limits
}

const MIGRATION_LOCK = 0x504d53 // "PMS"
const LOCK_EVERY_MS = 200

export async function openDatabase({ url, poolSize = 20, limits = QUICK }: DatabaseOptions): Promise<Database> {
  // The whole URL, for MikroORM drops its parameters, such as sslmode. A server that is frozen, not gone, is noticed by
  // the kernel, and not only by the patience of whoever waits.
  const config = {
    connectionString: url,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: limits.answerMs,
  }
  const orm = await MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    // Each on its own: one that builds indexes beside others' writes cannot be in a transaction with the rest.
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'pms_migration', allOrNothing: false },
    pool: { min: 0, max: poolSize },
    driverOptions: config,
    ensureDatabase: false,
    // Its own voice is for its own authors: what matters of it reaches us as errors.
    logger: () => {},
    discovery: { checkDuplicateTableNames: true },
  })
  const connections = createConnections(await orm.em.getConnection().getNativeClient())
  const pipelined = createPipelinedConnections(config)
  const names = createNamesOfConnections()
  const database: Database = {
    url,
    orm,
    connectionCounts: () => connections.counts(),
    query: (text, params) => connections.lend((client) => run(client, text, params, limits.answerMs)),
    transaction: (work) =>
      connections.transact(async (client, transaction) => {
        transaction.state = 'OPEN'
        await run(client, 'BEGIN', [], limits.answerMs)
        return work({ query: (text, params) => run(client, text, params, limits.answerMs) })
      }, limits.answerMs),
    within: (scope) => openScope({ orm, connections, pipelined, names, limits }, scope),
    migrate: (serviceUser) =>
      withMigrationLock(url, async (client) => {
        const applied = await applyMigrations(orm)
        const owner: Sql = { query: (text, params) => run(client, text, params) }
        if (serviceUser !== undefined) await admitServiceUser(owner, serviceUser)
        return applied
      }),
    identity: () => identityOf(database),
    pendingMigrations: () => findPending(database),
    async [Symbol.asyncDispose]() {
      await pipelined[Symbol.asyncDispose]()
      await orm.close(true)
    },
  }
  return database
}

export async function readTime(sql: Sql): Promise<Date> {
  const [row] = await sql.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  return row?.now ?? new Date(Number.NaN)
}

async function findPending(sql: Sql): Promise<string[]> {
  const [history] = await sql.query<{ isThere: boolean }>(
    `SELECT to_regclass('pms_migration') IS NOT NULL AS "isThere"`,
  )
  const applied = history?.isThere ? await sql.query<{ name: string }>('SELECT name FROM pms_migration') : []
  const known = new Set(applied.map(({ name }) => name))
  return migrations.map(({ name }) => name).filter((name) => !known.has(name))
}

/** A copy of a database has the same history, but another name. */
async function identityOf(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ identity: string }>(
    `SELECT left(md5(current_database() || extract(epoch FROM min(executed_at))::text), 12) AS identity FROM pms_migration`,
  )
  return row?.identity ?? ''
}

async function applyMigrations(orm: MikroORM): Promise<string[]> {
  const applied = await orm.migrator.up()
  return applied.map((migration) => migration.name)
}

/**
 * One process migrates at a time, also when ten start together; the others find nothing left to do. The lock is one of a
 * transaction, which a pooler keeps on one connection; migrations run on others meanwhile.
 */
async function withMigrationLock<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the query that it breaks reports it
  try {
    await client.connect()
    const sql: Sql = { query: (text, params) => run(client, text, params) }
    await checkEncoding(sql)
    // Committed before migrations begin, which need both on their connections.
    await ensureScopedRole(sql)
    await inLockedTransaction(client, () => setSearchPath(client))
  } catch (error) {
    await client.end().catch(() => {})
    if (error instanceof PmsIntegrationError) throw error
    throw unreachable(url, error)
  }
  try {
    return await inLockedTransaction(client, () => work(client))
  } finally {
    await client.end()
  }
}

/**
 * Whoever waits asks again and again: in the middle of a statement, be it one that waits for a lock, a transaction has a
 * snapshot, and an index that is built beside others' writes waits for all of those. So it would for one that stands in a
 * portal, which a statement with parameters leaves behind.
 */
async function inLockedTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0')
  while (!(await isLocked(client))) await setTimeout(LOCK_EVERY_MS)
  const result = await work()
  await client.query('COMMIT')
  return result
}

async function isLocked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ isLocked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(${MIGRATION_LOCK}) AS "isLocked"`,
  )
  return rows[0]?.isLocked === true
}

/** @param url may hold a password; what is thrown does not. */
function unreachable(url: string, cause: unknown): PmsIntegrationError {
  const { host, pathname } = new URL(url)
  // A name with several addresses fails with an AggregateError, whose own message is empty.
  const { message } = (cause instanceof AggregateError ? cause.errors[0] : cause) as Error
  const text = `The database at ${host}${pathname} cannot be reached: ${message}`
  return new PmsIntegrationError('SERVICE_UNAVAILABLE', text, { cause })
}
