import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../../src/platform/database/database.ts'
import { createTestDatabase, openTestDatabase } from './database.ts'
import { databaseNames, dropTestDatabases, onServer, testDatabaseName } from './server.ts'

const nameOf = (url: string) => new URL(url).pathname.slice(1)

test('databases made at the same time are migrated and apart from each other', async () => {
  const urls = await Promise.all(Array.from({ length: 5 }, () => createTestDatabase().then(({ url }) => url)))
  expect(new Set(urls).size).toBe(5)
  await using first = await openDatabase({ url: urls[0] as string })
  await using second = await openDatabase({ url: urls[1] as string })
  await first.query('CREATE TABLE only_here (id int)')
  expect(await first.pendingMigrations()).toEqual([])
  expect(await second.query(`SELECT to_regclass('only_here') AS it`)).toEqual([{ it: null }])
})

test('disposing drops the database, also with a connection left open', async () => {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  await database[Symbol.asyncDispose]()
  expect(await onServer(inject('serverUrl'), databaseNames)).not.toContain(nameOf(database.url))
})

test('an opened one can be queried and goes when disposed', async () => {
  let name = ''
  {
    await using database = await openTestDatabase()
    name = nameOf(database.url)
    expect(await database.query('SELECT count(*) AS hotels FROM pms_hotel')).toEqual([{ hotels: 0 }])
  }
  expect(await onServer(inject('serverUrl'), databaseNames)).not.toContain(name)
})

test('leftovers of killed runs are found by their name, those of others are not', async () => {
  const serverUrl = inject('serverUrl')
  const left = testDatabaseName('k0_00000000', 'x')
  await using own = await createTestDatabase()
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${left}`))
  await dropTestDatabases(serverUrl, (_, startedAt) => startedAt.getFullYear() < 2000)
  const names = await onServer(serverUrl, databaseNames)
  expect(names).not.toContain(left)
  expect(names).toContain(nameOf(own.url))
})
