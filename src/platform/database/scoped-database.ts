import type { MikroORM } from '@mikro-orm/postgresql'
import type pg from 'pg'
import type { Connections } from './connections.ts'
import type { ReadOptions, Row, ScopedDatabase } from './database.ts'
import { type HotelScope, intersectScope, type Limits, LONG } from './hotel-scope.ts'
import type { PipelinedConnections } from './pipelined/connections.ts'
import type { PipelinedResult } from './pipelined/statement.ts'
import { ScopedStatement } from './scoped-statement.ts'
import { types } from './statements.ts'
import { inUnitOfWork } from './unit-of-work.ts'

export interface ScopeParts {
  readonly orm: MikroORM
  readonly connections: Connections
  readonly pipelined: PipelinedConnections
  readonly limits: Limits
}

/** What lies within the scope, as the role that row-level security binds. */
export function openScope(parts: ScopeParts, scope: HotelScope): ScopedDatabase {
  const { orm, connections, pipelined, limits } = parts
  return {
    scope,
    async query<R extends object>(text: string, params: readonly unknown[] = [], { isPrepared }: ReadOptions = {}) {
      const answer = isPrepared ? await pipelined.query({ scope, text, params }) : null
      if (answer !== null) return rowsOf<R>(answer)
      return connections.lend((client) => runWithin<R>(client, scope, limits, text, params))
    },
    transaction(work, { isLong = false } = {}) {
      const chosen = isLong ? LONG : limits
      return connections.transact(
        (client) => runWithin(client, scope, chosen, 'BEGIN'),
        (client) => inUnitOfWork(orm, client, work, chosen.answerMs),
        chosen.answerMs,
      )
    },
    within: (hotelIds) => openScope(parts, intersectScope(scope, hotelIds)),
  }
}

function runWithin<R extends object>(
  client: pg.PoolClient,
  scope: HotelScope,
  limits: Limits,
  text: string,
  params: readonly unknown[] = [],
): Promise<R[]> {
  const statement = { text, values: [...params], types }
  return new Promise((resolve, reject) => {
    client.query(
      new ScopedStatement(scope, limits, statement, (error, result) =>
        error ? reject(error) : resolve(result.rows as R[]),
      ),
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
