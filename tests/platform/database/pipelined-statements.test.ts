import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../../src/platform/database/database.ts'
import '../../kit/property-seed.ts'
import type { HotelScope } from '../../../src/platform/database/hotel-scope.ts'
import { createTestDatabase, openTestDatabase, type TestDatabase } from '../../kit/database.ts'
import { addHotel } from '../../kit/rows.ts'

const isPrepared = true
const HOTELS = ['a', 'b', 'c']
const aScope = fc.oneof(fc.constant<HotelScope>('*'), fc.subarray(HOTELS))

let created: TestDatabase
let database: Database
beforeAll(async () => {
  created = await createTestDatabase()
  database = await openDatabase({ url: created.url })
  for (const id of HOTELS) await addHotel(database, id)
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await created[Symbol.asyncDispose]()
})

/** Texts that are prepared, and some that fail before, at or after that. */
const GOOD = ['SELECT id FROM pms_hotel ORDER BY id', 'SELECT id FROM pms_hotel WHERE true ORDER BY id']
const BAD = ['SELEKT', 'SELECT id, 1 / (length(id) - 1) FROM pms_hotel UNION ALL SELECT $1, 1 / 0']
const aQuery = fc.record({ scope: aScope, text: fc.constantFrom(...GOOD, ...BAD) })

test('however many are under way on the shared connections, each gets its own answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aQuery, { minLength: 1, maxLength: 40 }), async (queries) => {
      const answers = await Promise.allSettled(
        queries.map(({ scope, text }) =>
          database.within(scope).query(text, text === BAD[1] ? ['x'] : [], { isPrepared }),
        ),
      )
      const expected = queries.map(({ scope, text }) =>
        BAD.includes(text)
          ? 'refused'
          : HOTELS.filter((id) => scope === '*' || scope.includes(id)).map((id) => ({ id })),
      )
      expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : 'refused'))).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

describe('a prepared statement', () => {
  test('is answered like any other, whatever its values and parameters', async () => {
    const text = `SELECT $1::text AS t, $2::integer AS i, $3::text[] AS a, $4::timestamptz AS at, $5::boolean AS b,
      9007199254740991::int8 AS n, '2026-03-01'::date AS d, '{"x": [1]}'::jsonb AS j, NULL AS nothing`
    const params = ['ä"\\', 7, ['a"b', '\\', '{,}', ''], new Date('2026-11-28T12:00:00Z'), true]
    const pipelined = await database.within('*').query(text, params, { isPrepared })
    expect(pipelined).toEqual(await database.within('*').query(text, params))
    expect(pipelined).toEqual([expect.objectContaining({ t: 'ä"\\', a: ['a"b', '\\', '{,}', ''], nothing: null })])
  })

  test('is prepared once and stays so', async () => {
    await using own = await openTestDatabase()
    const text = `SELECT name FROM pg_prepared_statements WHERE statement LIKE '%once and stays%' ORDER BY name`
    const seen: unknown[] = []
    for (let n = 0; n < 4; n++) seen.push((await own.within([]).query(text, [], { isPrepared })).length)
    expect(seen).toEqual([1, 1, 1, 1])
  })

  test('sees the columns that a migration has changed', async () => {
    await using own = await openTestDatabase()
    await own.query('CREATE TABLE scratch AS SELECT 1 AS n')
    await own.query('GRANT SELECT ON scratch TO pms_hotel_scoped')
    const read = () => own.within([]).query('SELECT * FROM scratch', [], { isPrepared })
    for (let n = 0; n < 6; n++) expect(await read()).toEqual([{ n: 1 }])
    await own.query(`ALTER TABLE scratch ALTER COLUMN n TYPE text, ADD COLUMN more text DEFAULT 'x'`)
    for (let n = 0; n < 6; n++) expect(await read()).toEqual([{ n: '1', more: 'x' }])
  })

  test('is asked again, in the ordinary way, when its connection is cut', async () => {
    await using own = await openTestDatabase()
    const read = () => own.within([]).query('SELECT 1 AS n, pg_sleep(0.2)', [], { isPrepared })
    await read()
    const reading = Promise.all([read(), read(), read(), read()])
    await own.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    expect((await reading).flat()).toMatchObject([{ n: 1 }, { n: 1 }, { n: 1 }, { n: 1 }])
    expect(await read()).toMatchObject([{ n: 1 }])
  })

  test('does without names where a pooler loses them', async () => {
    await using own = await openTestDatabase()
    const read = () => own.within([]).query('SELECT 1 AS n', [], { isPrepared })
    expect(await read()).toEqual([{ n: 1 }])
    // What comes to the same: the server has forgotten them.
    await own.within([]).query(`SELECT 'forget' AS n`, [], { isPrepared })
    const forget = () => own.within([]).query('DEALLOCATE ALL', [], { isPrepared })
    await Promise.all([forget(), forget(), forget(), forget()])
    expect(await Promise.all([read(), read(), read(), read()])).toEqual(Array(4).fill([{ n: 1 }]))
  })
})
