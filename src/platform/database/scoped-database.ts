import type { MikroORM } from '@mikro-orm/postgresql'
import type pg from 'pg'
import type { ReadOptions, Row, ScopedDatabase } from './database.ts'
import { type HotelScope, intersectScope } from './hotel-scope.ts'
import type { PipelinedConnections } from './pipelined-connections.ts'
import type { PipelinedResult } from './pipelined-statement.ts'
import { ScopedStatement } from './scoped-statement.ts'
import { inTransaction, isOfStatement, types } from './statements.ts'
import { inUnitOfWork } from './unit-of-work.ts'

export interface Connections {
  readonly orm: MikroORM
  readonly pool: pg.Pool
  readonly pipelined: PipelinedConnections
}

/** What lies within the scope, as the role that row-level security binds. */
export function openScope(connections: Connections, scope: HotelScope): ScopedDatabase {
  const { orm, pool, pipelined } = connections
  return {
    scope,
    async query<R extends object>(text: string, params: readonly unknown[] = [], { isPrepared }: ReadOptions = {}) {
      const answer = isPrepared ? await pipelined.query({ scope, text, params }) : null
      if (answer !== null) return rowsOf<R>(answer)
      return onConnection(pool, (client) => runWithin<R>(client, scope, text, params))
    },
    transaction: (work) =>
      inTransaction(
        pool,
        (client) => runWithin(client, scope, 'BEGIN'),
        (client) => inUnitOfWork(orm, client, work),
      ),
    within: (hotelIds) => openScope(connections, intersectScope(scope, hotelIds)),
  }
}

async function onConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    // The next user must not get it.
    if (!isOfStatement(error)) broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

function runWithin<R extends object>(
  client: pg.PoolClient,
  scope: HotelScope,
  text: string,
  params: readonly unknown[] = [],
): Promise<R[]> {
  const statement = { text, values: [...params], types }
  return new Promise((resolve, reject) => {
    client.query(
      new ScopedStatement(scope, statement, (error, result) => (error ? reject(error) : resolve(result.rows as R[]))),
    )
  })
}

function rowsOf<R extends object>({ columns, rows }: PipelinedResult): R[] {
  // Copies of one object have its shape, which is faster than to give each its properties one by one.
  const blank: Row = Object.fromEntries(columns.map(({ name }) => [name, null]))
  return rows.map((row) => {
    const named = { ...blank }
    columns.forEach(({ name, parse }, index) => {
      const text = row[index] ?? null
      if (text !== null) named[name] = parse(text)
    })
    return named as R
  })
}
