import type { MikroORM } from '@mikro-orm/postgresql'
import type pg from 'pg'
import type { Connections } from './connections.ts'
import type { ReadOptions, Row, ScopedDatabase, ScopedTransaction, Statement, TransactionOptions } from './database.ts'
import { type HotelScope, intersectScope, type Limits, LONG, STEP_DOWN, stepDownTo } from './hotel-scope.ts'
import type { PipelinedConnections } from './prepared/connections.ts'
import type { NamesOfConnections } from './prepared/names.ts'
import type { PipelinedResult } from './prepared/statement.ts'
import { ScopedStatement } from './scoped-statement.ts'
import { types } from './statements.ts'
import { runTogether } from './statements-together.ts'
import { inUnitOfWork } from './unit-of-work.ts'

export interface ScopeParts {
  readonly orm: MikroORM
  readonly connections: Connections
  readonly pipelined: PipelinedConnections
  readonly names: NamesOfConnections
  readonly limits: Limits
}

type NamesOf = NamesOfConnections['of']
const unnamed: NamesOf = () => null

/** What lies within the scope, as the role that row-level security binds. */
export function openScope(parts: ScopeParts, scope: HotelScope): ScopedDatabase {
  const { orm, connections, pipelined, names, limits } = parts
  const stepDown = (chosen: Limits) => ({ text: STEP_DOWN, params: stepDownTo(scope, chosen) })
  const namedIfPossible = <T>(work: (namesOf: NamesOf) => Promise<T>) =>
    work(names.of).catch((error: unknown) => {
      if (!names.haveFailed(error)) throw error
      return work(unnamed)
    })
  return {
    scope,
    async query<R extends object>(text: string, params: readonly unknown[] = [], { isPrepared }: ReadOptions = {}) {
      const answer = isPrepared ? await pipelined.query({ scope, text, params }) : null
      if (answer !== null) return rowsOf<R>(answer)
      return connections.lend((client) => runWithin<R>(client, scope, limits, text, params))
    },
    async queryAll<Rows extends readonly object[][]>(statements: readonly Statement[]) {
      const all = [stepDown(limits), ...statements]
      const [, ...rows] = await namedIfPossible((namesOf) =>
        connections.lend((client) => runTogether(client, all, { answerMs: limits.answerMs, names: namesOf(client) })),
      )
      return rows as readonly object[][] as Rows
    },
    async transaction<T>(
      work: (tx: ScopedTransaction) => Promise<T>,
      { isLong = false, isPrepared = false }: TransactionOptions = {},
    ) {
      const chosen = isLong ? LONG : limits
      const opening = [stepDown(chosen), { text: 'BEGIN' }]
      const attempt = (namesOf: NamesOf) =>
        connections.transact((client, transaction) => {
          const options = { answerMs: chosen.answerMs, names: namesOf(client) }
          return inUnitOfWork({ orm, client, transaction, opening }, work, options)
        }, chosen.answerMs)
      return isPrepared ? namedIfPossible(attempt) : attempt(unnamed)
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
