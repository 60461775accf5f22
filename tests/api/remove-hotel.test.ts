import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { fillTables } from '../kit/fill-tables.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Rows of a hotel by table, of every table that names the hotel of its rows. */
async function rowsOf(hotelId: string): Promise<Record<string, number>> {
  const tables = await api.database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE column_name = 'hotel_id' AND table_schema = current_schema() ORDER BY 1`,
  )
  const counted = tables.map(async ({ name }) => {
    const [row] = await api.database.query<{ rows: number }>(
      `SELECT count(*) AS rows FROM ${name} WHERE hotel_id = $1`,
      [hotelId],
    )
    return [name, row?.rows ?? 0] as const
  })
  return Object.fromEntries((await Promise.all(counted)).filter(([, rows]) => rows > 0))
}

const remove = (hotelId: string, confirmation: string, token?: string) =>
  api.query(RemoveHotel, { input: { hotelId, confirmation } }, token)

test('a hotel that is removed leaves its audit trail and slug, no other row, and other hotels alone', async () => {
  const [one, other] = [await fillTables(api.database), await fillTables(api.database)]
  const before = await rowsOf(other)
  expect(Object.keys(before).length).toBeGreaterThan(9)
  const { data } = await remove(one, one)
  expect(data.removeHotel).toEqual({ removedHotelId: one, errors: [] })
  const { pms_audit_entry: entries, pms_hotel_slug: _, ...left } = await rowsOf(one)
  expect([left, entries]).toEqual([{}, 2])
  expect(await rowsOf(other)).toEqual(before)
  expect(await api.database.query('SELECT FROM pms_hotel WHERE id = $1', [one])).toEqual([])
  const [entry] = await api.database.query(
    `SELECT action, details FROM pms_audit_entry WHERE hotel_id = $1 ORDER BY created_at DESC LIMIT 1`,
    [one],
  )
  expect(entry).toEqual({ action: 'hotel.removed', details: { slug: one, name: 'Test' } })
})

test('it takes the slug in so many words, and the right to change that very hotel', async () => {
  const hotelId = await fillTables(api.database)
  const before = await rowsOf(hotelId)
  const { data } = await remove(hotelId, 'yes')
  expect(data.removeHotel).toMatchObject({
    removedHotelId: null,
    errors: [{ code: 'BAD_USER_INPUT', field: 'confirmation' }],
  })
  const viewer = await remove(hotelId, hotelId, await api.token({ hotelIds: [hotelId], permissions: ['ADMIN_VIEW'] }))
  expect(viewer.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  const stranger = await remove(hotelId, hotelId, await api.token({ hotelIds: ['another'] }))
  expect(JSON.stringify(stranger)).toContain('NOT_FOUND')
  expect(await rowsOf(hotelId)).toEqual(before)
})

const RemoveHotel = graphql(`
  mutation RemoveHotel($input: PmsHotelRemovalInput!) {
    removeHotel(input: $input) {
      removedHotelId
      errors {
        code
        field
      }
    }
  }
`)
