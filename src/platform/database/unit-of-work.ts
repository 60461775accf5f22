import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { ScopedTransaction } from './database.ts'
import { answeredWithin, run } from './statements.ts'
import { runTogether } from './statements-together.ts'

/**
 * Works on a connection whose transaction has begun, role and hotels set, and writes what the EntityManager was told. Most
 * transactions are of statements alone: the EntityManager is made when it is asked for.
 */
export async function inUnitOfWork<T>(
  orm: MikroORM,
  client: pg.PoolClient,
  work: (tx: ScopedTransaction) => Promise<T>,
  answerMs: number,
): Promise<T> {
  let em: EntityManager | undefined
  const result = await work({
    query: (text, params) => run(client, text, params, answerMs),
    queryAll: (statements) => runTogether(client, statements, answerMs),
    get em() {
      em ??= forkOnto(orm, client, answerMs)
      return em
    },
  })
  await em?.flush()
  return result
}

/** Knows no row yet, and what it reads and writes goes by way of this connection: under its role, in its transaction. */
function forkOnto(orm: MikroORM, client: pg.PoolClient, answerMs: number): EntityManager {
  const em = orm.em.fork()
  em.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool: poolOfOne(client, answerMs) }) }))
  return em
}

/** Whoever opened the transaction gives the connection back. */
function poolOfOne(client: pg.PoolClient, answerMs: number): PostgresPool {
  const query = (text: string, values: unknown[]) => client.query(answeredWithin(answerMs, { text, values }))
  const lent = { query, release: () => {} }
  return { options: {}, connect: async () => lent, end: async () => {} } as unknown as PostgresPool
}

/** A row for those outside of its unit of work: changes to it go nowhere. */
export const detached = <Entity extends object>(entity: Entity): Entity => ({ ...entity })
