import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import type pg from 'pg'
import type { ScopedTransaction } from './database.ts'
import { run } from './statements.ts'

/**
 * Works on a connection whose transaction has begun, role and hotels set, and writes what the EntityManager was told. Most
 * transactions are of statements alone: the EntityManager is made when it is asked for.
 */
export async function inUnitOfWork<T>(
  orm: MikroORM,
  client: pg.PoolClient,
  work: (tx: ScopedTransaction) => Promise<T>,
): Promise<T> {
  let em: EntityManager | undefined
  const result = await work({
    query: (text, params) => run(client, text, params),
    get em() {
      em ??= forkOnto(orm, client)
      return em
    },
  })
  await em?.flush()
  return result
}

/** Knows no row yet, and what it reads and writes goes by way of this connection: under its role, in its transaction. */
function forkOnto(orm: MikroORM, client: pg.PoolClient): EntityManager {
  const em = orm.em.fork()
  em.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool: poolOfOne(client) }) }))
  return em
}

/** Whoever opened the transaction gives the connection back. */
function poolOfOne(client: pg.PoolClient): PostgresPool {
  const lent = { query: client.query.bind(client), release: () => {} } as Awaited<ReturnType<PostgresPool['connect']>>
  return { options: {}, connect: async () => lent, end: async () => {} }
}

/** A row for those outside of its unit of work: changes to it go nowhere. */
export const detached = <Entity extends object>(entity: Entity): Entity => ({ ...entity })
