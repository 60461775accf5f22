import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { entities } from '../../../src/entities/all.ts'
import { ConcurrentIndexMigration } from '../../../src/entities/migrations/concurrent-index.ts'
import { columnName } from '../../../src/entities/select.ts'
import { checkConnections, connectionsOf } from '../../../src/platform/database/connection-limit.ts'
import { type Database, openDatabase } from '../../../src/platform/database/database.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { dropDatabase, onServer, testDatabaseName } from '../../kit/server.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** A database without a single table. */
async function emptyDatabase(): Promise<AsyncDisposable & { url: string }> {
  const serverUrl = inject('serverUrl')
  const name = testDatabaseName(inject('runId'), randomBytes(4).toString('hex'))
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`))
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, [Symbol.asyncDispose]: () => onServer(serverUrl, (client) => dropDatabase(client, name)) }
}

describe('migrations', () => {
  it('are applied once when several processes start together', async () => {
    await using empty = await emptyDatabase()
    const processes = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url: empty.url, poolSize: 3 })))
    const pending = (await processes[0]?.pendingMigrations()) ?? []
    expect(pending.length).toBeGreaterThan(0)
    const applied = await Promise.all(processes.map((one) => one.migrate()))
    expect(applied.flat().sort()).toEqual(pending.toSorted())
    expect(await processes[1]?.pendingMigrations()).toEqual([])
    expect(new Set(await Promise.all(processes.map((one) => one.identity()))).size).toBe(1)
    await Promise.all(processes.map((one) => one[Symbol.asyncDispose]()))
  })

  it('build indexes beside the writes of others, and again after a build that was cut off', async () => {
    class Indexes extends ConcurrentIndexMigration {
      override up(): void {
        this.buildIndex('pms_guest_by_loyalty', 'ON pms_guest (hotel_id, loyalty_tier)')
      }
    }
    const driver = database.orm.em.getDriver()
    for (const _ of [1, 2]) {
      const migration = new Indexes(driver, database.orm.config)
      expect(migration.isTransactional()).toBe(false)
      migration.up()
      for (const query of migration.getQueries()) await database.query(String(query))
    }
    const index = `SELECT indisvalid AS "isValid" FROM pg_index WHERE indexrelid = 'pms_guest_by_loyalty'::regclass`
    expect(await database.query(index)).toEqual([{ isValid: true }])
  })

  it('make just the columns that the entities declare', async () => {
    for (const { meta } of entities) {
      const declared = Object.keys(meta.properties).map(columnName).sort()
      const rows = await database.query<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1 ORDER BY column_name COLLATE "C"`,
        [meta.tableName],
      )
      expect(
        rows.map(({ name }) => name),
        meta.tableName,
      ).toEqual(declared)
    }
  })
})

describe('connections', () => {
  it('that the server can never give are refused with the formula, and those that are taken are told', async () => {
    const [row] = await database.query<{ most: number }>(`SELECT current_setting('max_connections')::integer AS most`)
    const most = row?.most ?? 0
    expect(await checkConnections(database, 1)).toBeNull()
    expect(await checkConnections(database, most - 5)).toContain('connections left')
    await expect(checkConnections(database, most + 1)).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringContaining('DATABASE_CONNECTIONS'),
    })
    expect([connectionsOf(20, true), connectionsOf(20, false)]).toEqual([28, 22])
  })
})

describe('a transaction', () => {
  it('leaves nothing behind when its work fails', async () => {
    await database.query('CREATE TABLE IF NOT EXISTS scratch (n integer)')
    const work = database.transaction(async (tx) => {
      await tx.query('INSERT INTO scratch VALUES (1)')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await database.query('SELECT n FROM scratch')).toEqual([])
  })
})

it('values come ready for use: int8 as number, date as text, instants as Date', async () => {
  const [row] = await database.query(
    `SELECT 9007199254740991::int8 AS n, '2026-03-01'::date AS d, '2026-03-01T00:00Z'::timestamptz AS t`,
  )
  expect(row).toEqual({ n: Number.MAX_SAFE_INTEGER, d: '2026-03-01', t: new Date('2026-03-01T00:00:00Z') })
})

it('two databases of one server have two identities', async () => {
  await using other = await openTestDatabase()
  expect(await other.identity()).not.toBe(await database.identity())
})
