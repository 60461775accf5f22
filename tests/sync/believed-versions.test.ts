import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const notes = (hotel: { rows(columns: string): Promise<unknown> }) => hotel.rows('notes, external_updated_at')

describe('a version from the future', () => {
  test('does not freeze its row', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [aBooking('b-1', { externalUpdatedAt: '2099-01-01T00:00:00Z', notes: 'odd' })]
    await hotel.sync()
    hotel.vendor.items.bookings = [aBooking('b-1', { externalUpdatedAt: new Date().toISOString(), notes: 'real' })]
    await hotel.sync()
    expect(await notes(hotel)).toMatchObject([{ notes: 'real' }])
  })

  test('that an earlier release stored does not freeze its row either', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [aBooking('b-1', { notes: 'odd' })]
    await hotel.sync()
    await database.query(`UPDATE pms_booking SET external_updated_at = '2099-01-01' WHERE hotel_id = $1`, [
      hotel.hotelId,
    ])
    hotel.vendor.items.bookings = [aBooking('b-1', { externalUpdatedAt: new Date().toISOString(), notes: 'real' })]
    await hotel.sync()
    expect(await notes(hotel)).toMatchObject([{ notes: 'real' }])
  })
})

describe('a PMS that was restored from a backup', () => {
  const older = aBooking('b-1', { externalUpdatedAt: '2026-01-01T00:00:00Z', notes: 'restored' })

  test('is held back by a sync of what changed, which says so', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [aBooking('b-1', { externalUpdatedAt: '2026-02-01T00:00:00Z', notes: 'newer' })]
    await hotel.sync()
    hotel.vendor.items.bookings = [older]
    const log = await hotel.sync({ since: new Date('2025-12-01') })
    expect(log).toMatchObject({ itemsProcessed: 1, itemsUnchanged: 1, itemsHeldBack: 1 })
    expect(await notes(hotel)).toMatchObject([{ notes: 'newer' }])
  })

  test('is taken at its word by a full sync', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [aBooking('b-1', { externalUpdatedAt: '2026-02-01T00:00:00Z', notes: 'newer' })]
    await hotel.sync()
    hotel.vendor.items.bookings = [older]
    expect(await hotel.sync({ full: true })).toMatchObject({ itemsUpdated: 1, itemsHeldBack: 0 })
    expect(await notes(hotel)).toMatchObject([
      { notes: 'restored', external_updated_at: new Date('2026-01-01T00:00:00Z') },
    ])
  })
})

test('an item that a walk brings twice is counted as such', async () => {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = [aBooking('b-1'), aBooking('b-1'), aBooking('b-2')]
  expect(await hotel.sync()).toMatchObject({ itemsProcessed: 3, itemsCreated: 2, itemsUnchanged: 1, itemsDuplicate: 1 })
})

test('a replay after a walk that failed halfway takes every failure, and no cursor of the PMS', async () => {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = [...bookings(15, { checkIn: '' }), ...bookings(30).slice(15)]
  hotel.vendor.beforePage = ({ number }) => {
    if (number === 2) throw new Error('The PMS broke')
  }
  expect(await hotel.sync()).toMatchObject({ status: 'FAILED', itemsFailed: 15 })
  hotel.vendor.map = (item) => ({ ...item, checkIn: item.checkIn || '2026-03-01' })
  const { hotelId, vendor, engine } = hotel
  const replay = await engine.requestReplay({ hotelId, provider: vendor.adapter.key, entityType: 'BOOKING' })
  expect(await engine.run(replay.id)).toMatchObject({ status: 'COMPLETED', itemsProcessed: 15, itemsCreated: 15 })
})
