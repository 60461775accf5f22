import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking } from '../kit/scripted-provider.ts'
import { createWebhookHotel, MINUTE_MS, type WebhookHotel } from '../kit/webhook-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const live = async (hotel: WebhookHotel) =>
  (await hotel.rows('external_id, deleted_at')).filter((row) => row.deleted_at === null).map((row) => row.external_id)

const drainLater = async (hotel: WebhookHotel) => {
  hotel.clock.advance(5 * MINUTE_MS)
  await hotel.drain()
}

describe('a booking that the PMS does not find right after it told of it', () => {
  test('appears when the PMS has it', async () => {
    const hotel = await createWebhookHotel(database)
    await hotel.post({ type: 'booking.created', ids: ['b-1'] })
    await hotel.drain()
    expect(await hotel.events()).toMatchObject([{ status: 'FAILED', errorCode: 'NOT_FOUND' }])
    hotel.vendor.items.bookings.push(aBooking('b-1'))
    await drainLater(hotel)
    expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED' }])
    expect(await live(hotel)).toEqual(['b-1'])
  })

  test('is not deleted by an update', async () => {
    const hotel = await createWebhookHotel(database)
    hotel.vendor.items.bookings.push(aBooking('b-1'))
    await hotel.sync()
    hotel.vendor.items.bookings.length = 0
    await hotel.post({ type: 'booking.updated', ids: ['b-1'] })
    await hotel.drain()
    expect(await live(hotel)).toEqual(['b-1'])
  })

  test('is gone when it is asked for again and again and is not there', async () => {
    const hotel = await createWebhookHotel(database)
    hotel.vendor.items.bookings.push(aBooking('b-1'))
    await hotel.sync()
    hotel.vendor.items.bookings.length = 0
    await hotel.post({ type: 'booking.updated', ids: ['b-1'] })
    await hotel.drain()
    await drainLater(hotel)
    await drainLater(hotel)
    expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED', attempts: 3 }])
    expect(await live(hotel)).toEqual([])
  })

  test('is gone at once when the message says so', async () => {
    const hotel = await createWebhookHotel(database)
    hotel.vendor.items.bookings.push(aBooking('b-1'))
    await hotel.sync()
    hotel.vendor.items.bookings.length = 0
    await hotel.post({ type: 'booking.deleted', ids: ['b-1'] })
    await hotel.drain()
    expect(await live(hotel)).toEqual([])
  })
})

test('of a booking that was numbered anew one is left', async () => {
  const renumbered = aBooking('b-2', { externalUpdatedAt: '2026-02-01T00:00:00Z' })
  const hotel = await createWebhookHotel(database, { fetchOne: async () => renumbered })
  hotel.vendor.items.bookings.push(aBooking('b-1'))
  await hotel.sync()
  await hotel.post({ type: 'booking.updated', ids: ['b-1'] })
  await hotel.drain()
  expect(await live(hotel)).toEqual(['b-2'])
})

test('a message that is dead is taken up again when its sender tries again', async () => {
  let isBroken = true
  const fetchOne = async (id: string) => {
    if (isBroken) throw new Error('broken')
    return aBooking(id)
  }
  const hotel = await createWebhookHotel(database, { fetchOne })
  await hotel.post({ ids: ['b-1'] }, { id: 'message-1' })
  for (let attempt = 0; attempt < 5; attempt++) {
    hotel.clock.advance(30 * MINUTE_MS)
    await hotel.drain()
  }
  expect(await hotel.events()).toMatchObject([{ status: 'DEAD' }])
  isBroken = false
  expect(await hotel.post({ ids: ['b-1'] }, { id: 'message-1' })).toBe(200)
  await drainLater(hotel)
  expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED', deliveries: 2 }])
  expect(await live(hotel)).toEqual(['b-1'])
})
