import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import pg from 'pg'

/** Names one run of the whole suite and tells when it started, so that the leftovers of killed runs can be found. */
export function newRunId(): string {
  return `${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`
}

/** Every database that a run makes has a name of this form. */
export function testDatabaseName(runId: string, suffix: string): string {
  return `pms_test_${runId}_${suffix}`
}

/** Runs `work` on a connection of its own to the server's main database. */
export async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Drops the databases of the runs that `isMeant`, whoever is still connected. */
export async function dropTestDatabases(serverUrl: string, isMeant: (runId: string, startedAt: Date) => boolean) {
  await onServer(serverUrl, async (client) => {
    for (const name of await databaseNames(client)) {
      const [, runId, startedAt] = /^pms_test_(([0-9a-z]+)_[0-9a-f]+)_\w+$/.exec(name) ?? []
      if (!runId || !startedAt) continue
      if (isMeant(runId, new Date(Number.parseInt(startedAt, 36)))) await dropDatabase(client, name)
    }
  })
}

export async function databaseNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database')
  return rows.map((row) => row.name)
}

export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
