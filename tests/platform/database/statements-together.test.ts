import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../../src/platform/database/database.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { addHotel } from '../../kit/rows.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const nameOf = async (id: string) =>
  (await database.query<{ name: string }>('SELECT name FROM pms_hotel WHERE id = $1', [id]))[0]?.name
const rename = (name: string) => ({ text: 'UPDATE pms_hotel SET name = $1 RETURNING name', params: [name] })
const READ = { text: 'SELECT name, created_at AS at FROM pms_hotel' }

test('statements that go together see what those before them did, and each has its own rows', async () => {
  const [own] = [await addHotel(database), await addHotel(database)]
  const rows = await database
    .within([own])
    .transaction(({ queryAll }) =>
      queryAll([
        rename('One'),
        READ,
        { text: 'SELECT FROM pms_hotel WHERE false' },
        rename('Two'),
        { text: 'SELECT 1::bigint AS n, NULL AS nothing' },
      ]),
    )
  const [one, read, none, two, numbers] = rows
  expect([one, none, two, numbers]).toEqual([[{ name: 'One' }], [], [{ name: 'Two' }], [{ n: 1, nothing: null }]])
  expect(read).toEqual([{ name: 'One', at: expect.any(Date) }])
  expect(await nameOf(own)).toBe('Two')
})

test.each([
  ['that the server refuses', { text: 'SELECT 1 / 0' }, '22012'],
  ['that is no SQL', { text: 'SELEKT 1' }, '42601'],
  ['about a row outside of the scope', { text: `INSERT INTO pms_hotel VALUES ('other')` }, '42501'],
])('a statement %s undoes those before it, and keeps those after it from being done', async (_, statement, code) => {
  const id = await addHotel(database)
  const name = await nameOf(id)
  const work = database.within([id]).transaction(({ queryAll }) => queryAll([rename('One'), statement, rename('Two')]))
  await expect(work).rejects.toMatchObject({ code })
  expect(await nameOf(id)).toBe(name)
})

test('a parameter that cannot be sent fails them all, and the connection is good for the next', async () => {
  await using small = await openDatabase({ url: database.url, poolSize: 1 })
  const id = await addHotel(database)
  const name = await nameOf(id)
  const unsendable = {
    toPostgres() {
      throw new TypeError('no value')
    },
  }
  const work = small
    .within([id])
    .transaction(({ queryAll }) => queryAll([rename('One'), { text: 'SELECT $1::text', params: [unsendable] }, READ]))
  await expect(work).rejects.toThrow(TypeError)
  expect(await small.query('SELECT 1 AS n')).toEqual([{ n: 1 }])
  expect(await nameOf(id)).toBe(name)
})

test('after a statement that the server refused the transaction goes on from a savepoint', async () => {
  const id = await addHotel(database)
  const read = await database.within([id]).transaction(async ({ query, queryAll }) => {
    await query('SAVEPOINT before')
    await expect(queryAll([rename('One'), { text: 'SELECT 1 / 0' }])).rejects.toMatchObject({ code: '22012' })
    await query('ROLLBACK TO SAVEPOINT before')
    return queryAll<[{ name: string }[], { name: string }[]]>([rename('Two'), READ])
  })
  expect(read[1][0]?.name).toBe('Two')
})

test('a database that ends the connection in the middle is an outage', async () => {
  const work = database.within('*').transaction(async ({ query, queryAll }) => {
    const [backend] = await query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const read = queryAll([READ, { text: 'SELECT pg_sleep(20)' }, READ])
    await Promise.all([read, database.query('SELECT pg_terminate_backend($1)', [backend?.pid])])
  })
  await expect(work).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
})

test('a database that does not answer in time is an outage, and the connection is not lent again', async () => {
  await using hasty = await openDatabase({
    url: database.url,
    poolSize: 1,
    limits: { statementMs: 10_000, answerMs: 300 },
  })
  const work = hasty.within('*').transaction(({ queryAll }) => queryAll([{ text: 'SELECT pg_sleep(5)' }, READ]))
  await expect(work).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  const [next] = await hasty.query<{ isBusy: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(5)%' AND pid = pg_backend_pid()) AS "isBusy"`,
  )
  expect(next).toEqual({ isBusy: false })
})
