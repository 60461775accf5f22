import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ConfigurationInput } from '../../src/configurations/configurations.ts'
import { runDueSchedules } from '../../src/jobs/scheduler.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking, scriptedVendor } from '../kit/scripted-provider.ts'
import { silentLog } from '../kit/services.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** A hotel that was synced completely from one account. */
async function syncedHotel() {
  const settings = z.object({ baseUrl: z.url().default('https://one.example.com'), pageSize: z.int().default(1) })
  const { adapter } = scriptedVendor()
  const hotel = await createTestHotel(database, { adapters: () => ({ ...hotel.vendor.adapter, settings }) })
  const key = { hotelId: hotel.hotelId, provider: adapter.key }
  hotel.vendor.items.bookings = [
    aBooking('ours', { externalUpdatedAt: '2026-05-01T00:00:00Z' }),
    aBooking('both', { externalUpdatedAt: '2026-05-01T00:00:00Z', notes: 'of the first' }),
  ]
  await hotel.sync()
  return {
    ...hotel,
    save: (change: Partial<ConfigurationInput>) => hotel.services.configurations.upsert({ ...key, ...change }),
    states: () => hotel.rows('external_id AS id, sync_status AS status, deleted_at IS NOT NULL AS gone'),
    trueAsOf: async () => {
      const read = await hotel.services.freshness.read(database.within('*'), [hotel.hotelId])
      return read.find(({ entityType }) => entityType === 'BOOKING')?.trueAsOf ?? null
    },
  }
}

describe('another', () => {
  test.each<[string, Partial<ConfigurationInput>]>([
    ['account of which no property is named', { credentials: { apiKey: 'another' } }],
    ['property', { externalHotelId: randomUUID() }],
    ['path at the same host', { settings: { baseUrl: 'https://one.example.com/other' } }],
    ['address', { credentials: { apiKey: 'k' }, settings: { baseUrl: 'https://two.example.com' } }],
  ])('%s brings its older bookings too, and is not fresh until then', async (_, change) => {
    const hotel = await syncedHotel()
    expect(await hotel.trueAsOf()).not.toBeNull()
    await hotel.save(change)
    expect(await hotel.trueAsOf()).toBeNull()
    expect(await hotel.states()).toEqual([
      { id: 'both', status: 'PENDING', gone: false },
      { id: 'ours', status: 'PENDING', gone: false },
    ])
    hotel.vendor.items.bookings = [
      aBooking('older', { externalUpdatedAt: '2020-01-01T00:00:00Z' }),
      aBooking('both', { externalUpdatedAt: '2019-01-01T00:00:00Z', notes: 'of the second' }),
    ]
    expect(await hotel.sync()).toMatchObject({ operation: 'FULL', status: 'COMPLETED' })
    expect(await hotel.states()).toEqual([
      { id: 'both', status: 'SYNCED', gone: false },
      { id: 'older', status: 'SYNCED', gone: false },
      { id: 'ours', status: 'PENDING', gone: true },
    ])
    expect((await hotel.rows('notes'))[0]).toEqual({ notes: 'of the second' })
  })

  test('account is asked for everything without a person, with or without a schedule', async () => {
    const hotel = await syncedHotel()
    await hotel.save({ credentials: { apiKey: 'another' } })
    const at = Date.now() + 1_000
    const { engine } = hotel.services
    await runDueSchedules({
      database: database.within([hotel.hotelId]),
      engine,
      clock: { now: () => new Date(at) },
      log: silentLog,
    })
    const runs = await database.query(
      `SELECT operation FROM pms_sync_log WHERE hotel_id = $1 AND status = 'QUEUED' AND entity_type = 'BOOKING'`,
      [hotel.hotelId],
    )
    expect(runs).toEqual([{ operation: 'FULL' }])
  })

  test('account ends a run of the one before, which writes nothing more', async () => {
    const hotel = await syncedHotel()
    hotel.vendor.pageSize = 1
    hotel.vendor.items.bookings = [aBooking('late-1'), aBooking('late-2')]
    let pages = 0
    hotel.vendor.beforePage = async () => {
      pages += 1
      if (pages === 2) await hotel.save({ credentials: { apiKey: 'another' } })
    }
    await hotel.sync({ full: true }).catch(() => {})
    expect((await hotel.rows('external_id AS id')).map(({ id }) => id)).not.toContain('late-2')
    const [last] = await database.query(
      'SELECT status, watermark_at FROM pms_sync_log WHERE hotel_id = $1 ORDER BY id DESC LIMIT 1',
      [hotel.hotelId],
    )
    expect(last).toEqual({ status: 'CANCELLED', watermark_at: null })
  })

  test('account after the first was disconnected begins at nothing as well', async () => {
    const hotel = await syncedHotel()
    const key = { hotelId: hotel.hotelId, provider: hotel.vendor.adapter.key }
    await hotel.services.configurations.remove(key)
    await hotel.save({ credentials: { apiKey: 'another' } })
    expect(await hotel.sync()).toMatchObject({ operation: 'FULL' })
  })
})

test('a key that is rotated changes nothing where the property is named', async () => {
  const hotel = await syncedHotel()
  await hotel.save({ externalHotelId: randomUUID() })
  await hotel.sync()
  const before = await hotel.trueAsOf()
  expect(before).not.toBeNull()
  await hotel.save({ credentials: { apiKey: 'rotated' } })
  expect(await hotel.trueAsOf()).toEqual(before)
  expect(await hotel.states()).toMatchObject([{ status: 'SYNCED' }, { status: 'SYNCED' }])
  expect(await hotel.sync()).toMatchObject({ operation: 'INCREMENTAL', status: 'COMPLETED' })
})

test('what failed at the account before is not replayed into the next one', async () => {
  const hotel = await syncedHotel()
  hotel.vendor.items.bookings.push(aBooking('broken', { checkIn: 'never' }))
  await hotel.sync({ full: true })
  await hotel.save({ credentials: { apiKey: 'another' } })
  const open = 'SELECT id FROM pms_sync_failure WHERE hotel_id = $1 AND resolved_at IS NULL'
  expect(await database.query(open, [hotel.hotelId])).toEqual([])
})

test('a setting that may show more asks for a full sync, and marks nothing', async () => {
  const hotel = await syncedHotel()
  await hotel.save({ settings: { pageSize: 2 } })
  expect(await hotel.states()).toMatchObject([{ status: 'SYNCED' }, { status: 'SYNCED' }])
  expect(await hotel.sync()).toMatchObject({ operation: 'FULL', itemsUnchanged: 2 })
})

test('saving the same again, a schedule or a pause leaves everything proven', async () => {
  const hotel = await syncedHotel()
  await hotel.save({ credentials: { apiKey: 'k' }, settings: {} })
  await hotel.save({ syncSchedule: '*/15 * * * *' })
  await hotel.save({ enabled: false })
  await hotel.save({ enabled: true })
  expect(await hotel.sync()).toMatchObject({ operation: 'INCREMENTAL' })
  expect(await hotel.states()).toMatchObject([{ status: 'SYNCED' }, { status: 'SYNCED' }])
})
