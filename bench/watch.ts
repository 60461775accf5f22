import { performance } from 'node:perf_hooks'
import pg from 'pg'
import type { Database } from '../src/platform/database/database.ts'

/** Hears of rows as soon as they are committed. */
export interface Watch extends AsyncDisposable {
  /** Resolves with when a row of this key was next written, of this process' clock. */
  next(key: string): Promise<number>
}

/**
 * @param key SQL of a text that names the row `NEW`
 * @param when SQL of which rows are told of
 */
export async function watchRows(
  database: Database,
  table: string,
  { key, when = 'true' }: { key: string; when?: string },
): Promise<Watch> {
  const name = `bench_${table}`
  await database.query(`CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_notify('${name}', ${key}); RETURN NULL; END $$`)
  await database.query(`CREATE OR REPLACE TRIGGER ${name} AFTER INSERT OR UPDATE ON ${table}
    FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION ${name}()`)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`LISTEN ${name}`)
  const waiting = new Map<string, ((at: number) => void)[]>()
  client.on('notification', ({ payload = '' }) => {
    for (const resolve of waiting.get(payload) ?? []) resolve(performance.now())
    waiting.delete(payload)
  })
  return {
    next(key) {
      const { promise, resolve } = Promise.withResolvers<number>()
      waiting.set(key, [...(waiting.get(key) ?? []), resolve])
      return promise
    },
    async [Symbol.asyncDispose]() {
      await client.end()
      await database.query(`DROP TRIGGER ${name} ON ${table}`)
    },
  }
}
