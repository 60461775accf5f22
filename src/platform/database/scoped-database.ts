import type { MikroORM } from '@mikro-orm/postgresql'
import type { Connections } from './connections.ts'
import type { ReadOptions, Row, ScopedDatabase, ScopedTransaction, Statement, TransactionOptions } from './database.ts'
import { type HotelScope, intersectScope, type Limits, LONG, STEP_DOWN, stepDownTo } from './hotel-scope.ts'
import type { PipelinedConnections } from './prepared/connections.ts'
import type { NamesOfConnections } from './prepared/names.ts'
import type { PipelinedResult } from './prepared/statement.ts'
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
  /** Behind the statement that steps down: one round trip and, for its Sync, one transaction. */
  const send = async <Rows extends readonly object[][]>(statements: readonly Statement[], namesOf: NamesOf) => {
    const all = [stepDown(limits), ...statements]
    const [, ...rows] = await connections.lend((client) =>
      runTogether(client, all, { answerMs: limits.answerMs, names: namesOf(client) }),
    )
    return rows as readonly object[][] as Rows
  }
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
      const [rows] = await send<[R[]]>([{ text, params }], unnamed)
      return rows
    },
    queryAll: (statements) => namedIfPossible((namesOf) => send(statements, namesOf)),
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
