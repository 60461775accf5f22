import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { databaseNames, dropDatabase, onServer, testDatabaseName } from './server.ts'

/** A database of one's own, migrated and empty. Disposing drops it, even while connections are open. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string
}

const TEMPLATE_LOCK = 0x504d5354 // "PMST"
let template: Promise<string> | undefined

/** Copies a migrated template, which is faster than to migrate again. */
export async function createTestDatabase(): Promise<TestDatabase> {
  template ??= findOrMakeTemplate()
  const source = await template
  const serverUrl = inject('serverUrl')
  const name = testDatabaseName(inject('runId'), randomBytes(4).toString('hex'))
  await onServer(serverUrl, async (client) => {
    await waitForRoom(client)
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`)
  })
  return {
    url: urlOf(name),
    [Symbol.asyncDispose]: () => onServer(serverUrl, (client) => dropDatabase(client, name)),
  }
}

/** A test database that is open. Disposing closes and drops it. */
export async function openTestDatabase(): Promise<Database> {
  const created = await createTestDatabase()
  const database = await openDatabase({ url: created.url })
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await created[Symbol.asyncDispose]()
    },
  }
}

const ROOM_EVERY_MS = 200
const WAITS_MS = 20_000

/**
 * Tests run beside one another, and a few of them with all the connections of a service each are more than an ordinary
 * server allows: a new one waits until half of them are free. Not for ever, for whoever holds them may be waiting for it.
 */
async function waitForRoom(client: pg.Client): Promise<void> {
  for (const end = Date.now() + WAITS_MS; Date.now() < end; await setTimeout(ROOM_EVERY_MS)) {
    const { rows } = await client.query<{ hasRoom: boolean }>(
      `SELECT 2 * count(*) < current_setting('max_connections')::integer AS "hasRoom" FROM pg_stat_activity`,
    )
    if (rows[0]?.hasRoom) return
  }
}

/** Test workers are processes: the first one makes the template of the run, the others wait for it. */
function findOrMakeTemplate(): Promise<string> {
  const name = testDatabaseName(inject('runId'), 'template')
  return onServer(inject('serverUrl'), async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    if (!(await databaseNames(client)).includes(name)) await makeTemplate(name)
    return name
  })
}

/** Migrates under another name first: a worker that dies here leaves no template that looks done. */
async function makeTemplate(name: string): Promise<void> {
  const draft = `${name}_draft`
  await onServer(inject('serverUrl'), async (client) => {
    await dropDatabase(client, draft)
    await client.query(`CREATE DATABASE ${draft}`)
    await migrate(urlOf(draft))
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
  })
}

async function migrate(url: string): Promise<void> {
  await using database = await openDatabase({ url })
  await database.migrate()
}

function urlOf(name: string): string {
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  return url.href
}
