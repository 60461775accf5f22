import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase, type Sql } from '../../../src/platform/database/database.ts'
import type { HotelScope } from '../../../src/platform/database/hotel-scope.ts'
import '../../kit/property-seed.ts'
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts'
import { addHotel } from '../../kit/rows.ts'

/** Few connections, so that statements of different scopes follow each other on each of them. */
const CONNECTIONS = 2
const HOTELS = ['a', 'b', 'c']

let created: TestDatabase
let database: Database
beforeAll(async () => {
  created = await createTestDatabase()
  database = await openDatabase({ url: created.url, poolSize: CONNECTIONS })
  for (const id of HOTELS) await addHotel(database, id)
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await created[Symbol.asyncDispose]()
})

const seenBy = async (sql: Sql) => (await sql.query('SELECT id FROM pms_hotel ORDER BY id')).map((row) => row)
const rowsIn = (scope: HotelScope) => HOTELS.filter((id) => scope === '*' || scope.includes(id)).map((id) => ({ id }))

/** What can be done in a scope, some of it in vain; each resolves with what was seen, null when nothing was to see. */
const DEEDS = {
  read: (scope: HotelScope) => seenBy(database.within(scope)),
  async fail(scope: HotelScope) {
    await expect(database.within(scope).query('SELECT 1 / 0 FROM pms_hotel UNION SELECT 1 / 0')).rejects.toThrow('zero')
    return null
  },
  async misspell(scope: HotelScope) {
    await expect(database.within(scope).query('SELEKT')).rejects.toThrow('SELEKT')
    return null
  },
  async misuse(scope: HotelScope) {
    await expect(database.within(scope).query('SELECT $1::integer', ['x'])).rejects.toThrow('integer')
    return null
  },
  transact: (scope: HotelScope) =>
    database.within(scope).transaction(async (tx) => {
      await tx.query('SELECT 1')
      return seenBy(tx)
    }),
  async abandon(scope: HotelScope) {
    const work = database.within(scope).transaction(async (tx) => {
      await seenBy(tx)
      throw new Error('given up')
    })
    await expect(work).rejects.toThrow('given up')
    return null
  },
} satisfies Record<string, (scope: HotelScope) => Promise<unknown>>

const aScope = fc.oneof(fc.constant<HotelScope>('*'), fc.subarray(HOTELS))
const aDeed = fc.record({ scope: aScope, deed: fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])) })

test('whatever is done at the same time on the same connections, each sees its own hotels', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { minLength: 4, maxLength: 24 }), async (deeds) => {
      const seen = await Promise.all(deeds.map(({ deed, scope }) => DEEDS[deed](scope)))
      expect(seen).toEqual(deeds.map(({ scope }, index) => seen[index] && rowsIn(scope)))
      await expectNoTrace()
    }),
    { numRuns: 60 },
  )
})

/** Every connection is that of whoever connected again. */
async function expectNoTrace(): Promise<void> {
  const states = await Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      database.query(
        `SELECT current_user = session_user AS "isItself", coalesce(current_setting('pms.hotel_ids', true), '') AS hotels`,
      ),
    ),
  )
  expect(states.flat()).toEqual(states.map(() => ({ isItself: true, hotels: '' })))
}

test('a connection that is cut in the middle of it ends for its user alone', async () => {
  const cut = database.within(['a']).query('SELECT pg_sleep(60) FROM pms_hotel')
  const refused = expect(cut).rejects.toThrow()
  const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%' AND pid <> pg_backend_pid()`
  await expect.poll(async () => (await database.query(kill)).length, { timeout: 10_000 }).toBe(1)
  await refused
  expect(await Promise.all([['b'], ['c'], []].map((scope) => seenBy(database.within(scope))))).toEqual([
    [{ id: 'b' }],
    [{ id: 'c' }],
    [],
  ])
  await expectNoTrace()
})
