import pg from 'pg'
import { named } from './errors.ts'

/** MikroORM's pool keeps dates and instants as text for its own types; our statements read them ready for use. */
export const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (value) => value)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value))

/** Anything else, a FATAL of the server included, is the end of the connection. */
export const isOfStatement = (error: unknown): error is pg.DatabaseError =>
  error instanceof Error && 'severity' in error && error.severity === 'ERROR'

/** How long a statement is waited for before its connection counts as lost. The published types know it of clients only. */
export const answeredWithin = <Statement extends object>(ms: number, statement: Statement): Statement =>
  Object.assign(statement, { query_timeout: ms })

/** Runs a statement as whoever the connection is at the moment. */
export async function run<R extends object>(
  client: pg.ClientBase,
  text: string,
  params: readonly unknown[] = [],
  answerMs = 0,
): Promise<R[]> {
  try {
    const statement = answeredWithin(answerMs, { text, values: [...params], types })
    return (await client.query<R & pg.QueryResultRow>(statement)).rows
  } catch (error) {
    throw named(error)
  }
}
