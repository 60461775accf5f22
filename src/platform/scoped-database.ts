import pg from 'pg'
import type { ScopedDatabase } from './database.ts'
import { type HotelScope, narrowed } from './hotel-scope.ts'
import { ScopedStatement } from './scoped-statement.ts'
import { inTransaction, types } from './statements.ts'

/** What lies within the scope, as the role that row-level security binds. */
export function openScope(pool: pg.Pool, scope: HotelScope): ScopedDatabase {
  return {
    scope,
    query: (text, params) => onConnection(pool, (client) => runWithin(client, scope, text, params)),
    transaction: (work) => inTransaction(pool, (client) => runWithin(client, scope, 'BEGIN'), work),
    within: (hotelIds) => openScope(pool, narrowed(scope, hotelIds)),
  }
}

async function onConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    if (!isOfStatement(error)) broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

/** Anything else, a FATAL of the server included, ends the connection: the next user must not get it. */
const isOfStatement = (error: unknown) => error instanceof pg.DatabaseError && error.severity === 'ERROR'

function runWithin<R extends object>(
  client: pg.PoolClient,
  scope: HotelScope,
  text: string,
  params: readonly unknown[] = [],
): Promise<R[]> {
  return new Promise((resolve, reject) => {
    const statement = { text, values: [...params], types }
    client.query(
      new ScopedStatement(scope, statement, (error, result) => (error ? reject(error) : resolve(result.rows as R[]))),
    )
  })
}
