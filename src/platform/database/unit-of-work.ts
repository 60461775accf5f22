import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { Transaction } from './connections.ts'
import type { ScopedTransaction, Statement, TogetherOptions } from './database.ts'
import { answeredWithin, run } from './statements.ts'
import { runTogether, type SendOptions } from './statements-together.ts'

export interface UnitParts {
  readonly orm: MikroORM
  readonly client: pg.PoolClient
  readonly transaction: Transaction
  /** What begins the transaction, with role and hotels. It goes along with whatever is sent first. */
  readonly opening: readonly Statement[]
}

const COMMIT: Statement = { text: 'COMMIT' }

/**
 * Works on a connection, in a transaction that begins with its first statement, and writes what the EntityManager was told.
 * Most transactions are of statements alone: the EntityManager is made when it is asked for.
 */
export async function inUnitOfWork<T>(
  { orm, client, transaction, opening }: UnitParts,
  work: (tx: ScopedTransaction) => Promise<T>,
  options: SendOptions,
): Promise<T> {
  let em: EntityManager | undefined
  const send = async (statements: readonly Statement[], ending: readonly Statement[] = []) => {
    if (transaction.state === 'COMMITTED') throw new Error('The transaction is committed already')
    const first = transaction.state === 'NEW' ? opening : []
    transaction.state = 'OPEN'
    const rows = await runTogether(client, [...first, ...statements, ...ending], options)
    return rows.slice(first.length, first.length + statements.length)
  }
  const begun = async () => {
    if (transaction.state !== 'OPEN') await send([])
    return client
  }
  const result = await work({
    async query<R extends object>(text: string, params?: readonly unknown[]) {
      if (transaction.state === 'OPEN') return run<R>(client, text, params, options.answerMs)
      const [rows] = await send([params === undefined ? { text } : { text, params }])
      return rows as R[]
    },
    async queryAll<Rows extends readonly object[][]>(
      statements: readonly Statement[],
      { commits = false }: TogetherOptions = {},
    ) {
      const rows = await send(statements, commits ? [COMMIT] : [])
      if (commits) transaction.state = 'COMMITTED'
      return rows as readonly object[][] as Rows
    },
    get em() {
      em ??= forkOnto(orm, begun, options.answerMs)
      return em
    },
  })
  await em?.flush()
  return result
}

/** Knows no row yet, and what it reads and writes goes by way of this connection: under its role, in its transaction. */
function forkOnto(orm: MikroORM, client: () => Promise<pg.PoolClient>, answerMs: number): EntityManager {
  const em = orm.em.fork()
  em.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool: poolOfOne(client, answerMs) }) }))
  return em
}

/** Whoever opened the transaction gives the connection back. */
function poolOfOne(begun: () => Promise<pg.PoolClient>, answerMs: number): PostgresPool {
  const query = async (text: string, values: unknown[]) =>
    (await begun()).query(answeredWithin(answerMs, { text, values }))
  const lent = { query, release: () => {} }
  return { options: {}, connect: async () => lent, end: async () => {} } as unknown as PostgresPool
}

/** A row for those outside of its unit of work: changes to it go nowhere. */
export const detached = <Entity extends object>(entity: Entity): Entity => ({ ...entity })
