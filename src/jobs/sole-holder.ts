import pg from 'pg'

/** What one process holds at a time. */
export interface SoleHold extends AsyncDisposable {
  /** Resolves when it is held no longer, such as after a restart of the database. */
  readonly lost: Promise<void>
}

/** Two numbers are one space of locks, one number another: this is in the way of no other lock of ours. */
const SPACE = 0x504d53 // "PMS"

/**
 * What `name` stands for in this database, unless another process has it. It ends with this process, however that ends.
 * Held by a transaction, which a pooler keeps on one connection; it has no snapshot and is in nobody's way.
 */
export async function holdAlone(url: string, name: string): Promise<SoleHold | null> {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  const lost = Promise.withResolvers<void>()
  client.on('error', () => lost.resolve()).on('end', () => lost.resolve())
  try {
    await client.connect()
    await client.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0')
    const lock = `pg_try_advisory_xact_lock(${SPACE}, hashtext(${pg.escapeLiteral(name)}))`
    const { rows } = await client.query<{ isHeld: boolean }>(`SELECT ${lock} AS "isHeld"`)
    if (rows[0]?.isHeld === true) return { lost: lost.promise, [Symbol.asyncDispose]: () => client.end() }
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  await client.end()
  return null
}
