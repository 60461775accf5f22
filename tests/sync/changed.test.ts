import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

it('content alone decides what changed, whatever else is known of a row', async () => {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = bookings(3)
  await hotel.sync()
  await database.query(`UPDATE pms_booking SET sync_status = 'PENDING' WHERE hotel_id = $1`, [hotel.hotelId])
  expect(await hotel.sync({ full: true })).toMatchObject({ itemsUnchanged: 3, itemsUpdated: 0 })
})

it('equal content in another account is seen there, too', async () => {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = bookings(3)
  await hotel.sync()
  const { hotelId, vendor, services } = hotel
  const key = { hotelId, provider: vendor.adapter.key }
  await services.configurations.upsert({ ...key, credentials: { apiKey: 'another' } })
  expect(await hotel.sync({ full: true })).toMatchObject({ itemsUpdated: 3 })
  expect(await hotel.rows('sync_status AS status, sync_error AS error')).toEqual(
    [1, 2, 3].map(() => ({ status: 'SYNCED', error: null })),
  )
})
