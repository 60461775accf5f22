import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import pg from 'pg'
import { entities } from '../entities/all.ts'
import { migrations } from '../entities/migrations/all.ts'
import { PmsIntegrationError } from '../errors.ts'

/** A row as PostgreSQL gives it: int8 as number, date as `YYYY-MM-DD`, timestamptz as `Date`. */
export type Row = Record<string, unknown>

/** Runs SQL, in a transaction or outside. */
export interface Sql {
  query<R extends object = Row>(text: string, params?: readonly unknown[]): Promise<R[]>
}

export interface Database extends Sql, AsyncDisposable {
  readonly url: string
  readonly orm: MikroORM
  /** Runs `work` in one transaction: all of it or nothing. */
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>
  /** Brings the schema up to date. Safe when several processes start at once; returns what it applied. */
  migrate(): Promise<string[]>
  /** Names this database among others, for stores that several may share. The same in every process; known once migrated. */
  identity(): Promise<string>
  /** Names of migrations that this version has and the database does not. */
  pendingMigrations(): Promise<string[]>
}

export interface DatabaseOptions {
  url: string
  /** Most connections that this process may hold. */
  poolSize?: number
}

// MikroORM's pool keeps dates and instants as text for its own types; our hot paths read them ready for use.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (value) => value)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value))

const MIGRATION_LOCK = 0x504d53 // "PMS"

export async function openDatabase({ url, poolSize = 20 }: DatabaseOptions): Promise<Database> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'pms_migration' },
    pool: { min: 0, max: poolSize },
    // The whole URL, for MikroORM drops its parameters, such as sslmode. A server that is frozen, not gone, is noticed
    // by the kernel, and not only by the patience of whoever waits.
    driverOptions: {
      connectionString: url,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 15_000,
    },
    ensureDatabase: false,
    // Its own voice is for its own authors: what matters of it reaches us as errors.
    logger: () => {},
    discovery: { checkDuplicateTableNames: true },
  })
  const pool = await orm.em.getConnection().getNativeClient()
  const database: Database = {
    url,
    orm,
    query: async <R extends object>(text: string, params?: readonly unknown[]) => run<R>(pool, text, params),
    transaction: (work) => inTransaction(pool, work),
    migrate: () => withMigrationLock(url, () => applyMigrations(orm)),
    identity: () => identityOf(database),
    pendingMigrations: async () => (await orm.migrator.getPending()).map((migration) => migration.name),
    [Symbol.asyncDispose]: () => orm.close(true),
  }
  return database
}

async function run<R extends object>(client: pg.Pool | pg.PoolClient, text: string, params: readonly unknown[] = []) {
  const { rows } = await client.query<R & pg.QueryResultRow>({ text, values: [...params], types })
  return rows as R[]
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work({ query: (text, params) => run(client, text, params) })
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: Error) => {
      broken = rollback
    })
    throw error
  } finally {
    // A connection that could not even roll back is closed instead of going back to the pool.
    client.release(broken)
  }
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

/** One process migrates at a time, also when ten start together; the others find nothing left to do. */
async function withMigrationLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
  } catch (error) {
    await client.end().catch(() => {})
    throw new PmsIntegrationError('SERVICE_UNAVAILABLE', 'The database cannot be reached.', { cause: error })
  }
  try {
    return await work()
  } finally {
    await client.end()
  }
}
