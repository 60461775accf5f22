import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'

/** A database of its own on the same server, migrated and empty: whose turn it is, is decided over all that is in one. */
export async function openFreshDatabase({ url: serverUrl }: Pick<Database, 'url'>): Promise<Database> {
  const name = `bench_${randomBytes(4).toString('hex')}`
  const onServer = async (text: string) => {
    const client = new pg.Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(text).finally(() => client.end())
  }
  await onServer(`CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = await openDatabase({ url: url.href })
  await database.migrate()
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
