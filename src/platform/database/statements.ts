import pg from 'pg'

/** MikroORM's pool keeps dates and instants as text for its own types; our statements read them ready for use. */
export const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (value) => value)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value))

/** Anything else, a FATAL of the server included, is the end of the connection. */
export const isOfStatement = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && error.severity === 'ERROR'

/** Runs a statement as whoever the connection is at the moment. */
export async function run<R extends object>(
  client: pg.Pool | pg.ClientBase,
  text: string,
  params: readonly unknown[] = [],
): Promise<R[]> {
  const { rows } = await client.query<R & pg.QueryResultRow>({ text, values: [...params], types })
  return rows
}

/** Runs `work` between what `begin` sends and a commit, on one connection: all of it or nothing. */
export async function inTransaction<T>(
  pool: pg.Pool,
  begin: (client: pg.PoolClient) => Promise<unknown>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await begin(client)
    const result = await work(client)
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
