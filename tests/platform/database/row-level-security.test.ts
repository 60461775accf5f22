import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Sql } from '../../../src/platform/database/database.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { fillTables } from '../../kit/fill-tables.ts'
import { addBooking, addHotel } from '../../kit/rows.ts'

/** Tables that have nothing of a hotel. A new table is walled off, or is put here by someone who thought about it. */
const OF_NO_HOTEL = ['pms_migration', 'pms_provider_health', 'pms_rate_budget', 'pms_stream', 'pms_webhook_receiver']
/** What all hotels add up to: for whoever may see every one of them. */
const OF_ALL_HOTELS = ['pms_fleet_figure']

let database: Database
let tables: string[]
let one: string
let other: string
beforeAll(async () => {
  database = await openTestDatabase()
  one = await fillTables(database)
  other = await fillTables(database)
  tables = (await readTables())
    .map(({ name }) => name)
    .filter((name) => ![...OF_NO_HOTEL, ...OF_ALL_HOTELS].includes(name))
})
afterAll(() => database[Symbol.asyncDispose]())

const readTables = () =>
  database.query<{ name: string; isWalled: boolean; namesHotel: boolean }>(
    `SELECT relname AS name, relrowsecurity AND EXISTS (SELECT FROM pg_policy WHERE polrelid = t.oid) AS "isWalled",
       EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.oid AND attname = 'hotel_id') AS "namesHotel"
     FROM pg_class t WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
  )

const rowsOf = async (sql: Sql, table: string) =>
  (await sql.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`))[0]?.rows

describe('every table', () => {
  test('that has something of a hotel is walled off', async () => {
    const open = (await readTables()).filter(({ isWalled }) => !isWalled)
    expect(open.map(({ name }) => name)).toEqual(OF_NO_HOTEL)
    expect(open.filter(({ namesHotel }) => namesHotel)).toEqual([])
  })

  test('is empty without a hotel, and has the rows of those that there are', async () => {
    expect(tables.length).toBeGreaterThan(10)
    for (const table of tables) {
      const seen = await Promise.all(
        [database.within([]), database.within([one]), database.within([one, other]), database.within('*')].map((sql) =>
          rowsOf(sql, table),
        ),
      )
      const rows = seen[1] ?? 0
      expect(rows, table).toBeGreaterThan(0)
      expect(seen.slice(0, 3), table).toEqual([0, rows, 2 * rows])
      expect(seen[3], table).toBeGreaterThanOrEqual(2 * rows)
    }
  })

  test('is empty for who steps down and says nothing of hotels', async () => {
    const seen = await database.transaction(async (tx) => {
      await tx.query('SET LOCAL ROLE pms_hotel_scoped')
      const rows: unknown[] = []
      for (const table of tables) rows.push(await rowsOf(tx, table))
      return rows
    })
    expect(seen).toEqual(tables.map(() => 0))
  })

  test('keeps what is done to all rows within the hotel', async () => {
    const mine = await addHotel(database)
    await addBooking(database, { hotelId: mine })
    await database.within([mine]).query(`UPDATE pms_booking SET notes = 'mine'`)
    await database.within([mine]).query(`DELETE FROM pms_booking WHERE hotel_id <> $1`, [mine])
    const notes = await database.query('SELECT hotel_id AS hotel, notes FROM pms_booking WHERE hotel_id = ANY($1)', [
      [mine, one],
    ])
    expect(notes).toHaveLength(2)
    expect(notes).toEqual(
      expect.arrayContaining([
        { hotel: mine, notes: 'mine' },
        { hotel: one, notes: null },
      ]),
    )
  })
})

describe('a scope', () => {
  test('is worked in by a role that is bound', async () => {
    const [role] = await database.within('*').query(
      `SELECT current_user AS name, rolsuper OR rolbypassrls OR rolcanlogin AS "isMore", row_security_active('pms_booking') AS "isBound"
       FROM pg_roles WHERE rolname = current_user`,
    )
    expect(role).toEqual({ name: 'pms_hotel_scoped', isMore: false, isBound: true })
  })

  test('takes no row of another hotel, nor lets one be moved there', async () => {
    const refusal = /violates row-level security policy/
    await expect(addBooking(database.within([one]), { hotelId: other })).rejects.toThrow(refusal)
    await expect(addHotel(database.within([one]))).rejects.toThrow(refusal)
    const move = database.within([one]).query('UPDATE pms_booking SET hotel_id = $1', [other])
    await expect(move).rejects.toThrow(refusal)
  })

  test('only ever becomes smaller', async () => {
    const ids = (hotelIds: readonly string[]) => database.within([one]).within(hotelIds).scope
    expect(ids([one, other])).toEqual([one])
    expect(ids([other])).toEqual([])
    expect(database.within('*').within([other]).scope).toEqual([other])
  })

  test('holds in a transaction and after what was rolled back in it', async () => {
    const seen = await database.within([one]).transaction(async (tx) => {
      await tx.query('SAVEPOINT before')
      await expect(tx.query('SELECT no_such_column FROM pms_booking')).rejects.toThrow('no_such_column')
      await tx.query('ROLLBACK TO SAVEPOINT before')
      return tx.query('SELECT id FROM pms_hotel')
    })
    expect(seen).toEqual([{ id: one }])
  })

  test.each(['{', '"', '\\', 'a,b', '*', 'NULL', ' ', "x'y", '{*}'])('may be a hotel with the id %j', async (id) => {
    await database.query(
      `INSERT INTO pms_hotel (id, slug, name, time_zone, currency) VALUES ($1, $2, 'Test', 'UTC', 'EUR')`,
      [id, randomUUID()],
    )
    expect(await database.within([id]).query('SELECT id FROM pms_hotel')).toEqual([{ id }])
  })

  test('is kept by the functions that look into indexes past the policies', async () => {
    const found = (hotelId: string) =>
      database
        .within([one])
        .query(
          `SELECT pms_guests_by_email($1, $1 || '@EXAMPLE.com') AS guests, pms_guests_by_search($1, 'ada') AS named`,
          [hotelId],
        )
    expect(await found(one)).toEqual([{ guests: [expect.any(String)], named: [expect.any(String)] }])
    expect(await found(other)).toEqual([{ guests: [], named: [] }])
  })
})
