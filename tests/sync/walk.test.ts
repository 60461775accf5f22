import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

describe('a first sync', () => {
  it('stores every item of every page and says so', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(25)
    const log = await hotel.sync()
    expect(log).toMatchObject({
      status: 'COMPLETED',
      operation: 'FULL',
      itemsProcessed: 25,
      itemsCreated: 25,
      itemsUpdated: 0,
      itemsUnchanged: 0,
      itemsFailed: 0,
      itemsTotal: 25,
    })
    const rows = await hotel.rows()
    expect(rows).toHaveLength(25)
    expect(rows[3]).toMatchObject({
      external_id: 'b-00003',
      guest_name: 'Ada Lovelace',
      check_in: '2026-03-01',
      total_amount_cents: 45_000,
      children: null,
      sync_status: 'SYNCED',
    })
  })

  it('of an empty hotel is complete', async () => {
    const hotel = await createTestHotel(database)
    expect(await hotel.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: 0, itemsTotal: 0 })
  })

  it.for([9, 10, 11, 20, 21])('copes with %i items at ten a page', async (count) => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(count)
    expect(await hotel.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: count })
    expect(await hotel.rows()).toHaveLength(count)
  })
})

describe('a second sync', () => {
  it('rewrites no row that did not change', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(25)
    await hotel.sync()
    const before = await hotel.rows('external_id, xmin::text')
    const log = await hotel.sync({ full: true })
    expect(log).toMatchObject({ status: 'COMPLETED', itemsProcessed: 25, itemsUnchanged: 25, itemsCreated: 0 })
    expect(await hotel.rows('external_id, xmin::text')).toEqual(before)
  })

  it('asks from the start of the last complete run, less the overlap, to its own start', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(1)
    const first = await hotel.sync()
    const second = await hotel.sync()
    const [full, incremental] = hotel.vendor.windows
    expect(full).toMatchObject({ since: null, cursor: null })
    expect(second.operation).toBe('INCREMENTAL')
    expect(incremental?.since).toEqual(new Date((full?.until.getTime() ?? 0) - 60_000))
    expect(first.watermarkAt).toEqual(full?.until)
  })

  it('changes what changed', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(12)
    await hotel.sync()
    hotel.vendor.items.bookings[4] = aBooking('b-00004', {
      externalUpdatedAt: new Date().toISOString(),
      status: 'CANCELLED',
    })
    const log = await hotel.sync()
    expect(log).toMatchObject({ itemsProcessed: 1, itemsUpdated: 1 })
    expect((await hotel.rows())[4]).toMatchObject({ status: 'CANCELLED' })
  })

  it('counts a watermark in the future as now', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(1)
    const { id } = await hotel.sync()
    await database.query(`UPDATE pms_sync_log SET watermark_at = now() + interval '3 hours' WHERE id = $1`, [id])
    await hotel.sync()
    expect(hotel.vendor.windows[1]?.since?.getTime()).toBeLessThan(Date.now())
  })
})

describe('a sync of a part', () => {
  it('with a limit stops there and proves nothing', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(25)
    const log = await hotel.sync({ limit: 13 })
    expect(log).toMatchObject({ status: 'COMPLETED', itemsProcessed: 13, watermarkAt: null })
    await hotel.sync()
    expect(hotel.vendor.windows[1]).toMatchObject({ since: null, cursor: null })
  })

  it('since a day that leaves a gap does not move the watermark', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(3)
    const { watermarkAt } = await hotel.sync()
    const late = new Date((watermarkAt?.getTime() ?? 0) + 1)
    expect(await hotel.sync({ since: late })).toMatchObject({ watermarkAt: null })
    const early = new Date((watermarkAt?.getTime() ?? 0) - 1)
    expect((await hotel.sync({ since: early })).watermarkAt).not.toBeNull()
  })
})

describe('a walk that is cut off', () => {
  it('fails with what it stored kept, and the next sync goes on from there', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(45)
    hotel.vendor.beforePage = ({ number }) => {
      if (number === 2) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'gone')
    }
    const failed = await hotel.sync()
    expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_UNAVAILABLE', itemsProcessed: 20 })
    expect(await hotel.rows()).toHaveLength(20)

    hotel.vendor.beforePage = () => {}
    const resumed = await hotel.sync()
    expect(resumed).toMatchObject({ status: 'COMPLETED', itemsProcessed: 25 })
    expect(hotel.vendor.windows[1]).toMatchObject({ cursor: '20', until: hotel.vendor.windows[0]?.until })
    expect(resumed.watermarkAt).toEqual(hotel.vendor.windows[0]?.until)
    expect(await hotel.rows()).toHaveLength(45)
  })

  it('is begun again by a full sync, whatever the checkpoint', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(45)
    hotel.vendor.beforePage = ({ number }) => {
      if (number === 2) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'gone')
    }
    await hotel.sync()
    hotel.vendor.beforePage = () => {}
    expect(await hotel.sync({ full: true })).toMatchObject({ itemsProcessed: 45, itemsUnchanged: 20 })
    expect(hotel.vendor.windows[1]).toMatchObject({ cursor: null })
  })

  it('begins again when the vendor no longer knows the page', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(25)
    hotel.vendor.beforePage = ({ number }) => {
      if (number === 1) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'gone')
    }
    const { id } = await hotel.sync()
    hotel.vendor.beforePage = () => {}
    await database.query(
      `UPDATE pms_sync_log SET checkpoint = jsonb_set(checkpoint, '{cursor}', '"forgotten"') WHERE id = $1`,
      [id],
    )
    expect(await hotel.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: 25 })
    expect(await hotel.rows()).toHaveLength(25)
  })

  it('reports a failure of the vendor’s keys without trying again', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.beforePage = () => {
      throw new PmsIntegrationError('PROVIDER_UNAUTHORIZED', 'The PMS refused the key.')
    }
    expect(await hotel.sync()).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_UNAUTHORIZED' })
    expect(hotel.vendor.windows).toHaveLength(1)
  })
})

describe('pages', () => {
  it('with the same item twice store it once, the newest version', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [
      aBooking('same', { externalUpdatedAt: '2026-01-02T00:00:00Z', status: 'CHECKED_IN' }),
      aBooking('same', { externalUpdatedAt: '2026-01-01T00:00:00Z', status: 'CONFIRMED' }),
      ...bookings(10),
      aBooking('same', { externalUpdatedAt: '2026-01-01T00:00:00Z', status: 'CONFIRMED' }),
    ]
    const log = await hotel.sync()
    expect(log).toMatchObject({ itemsProcessed: 13, itemsCreated: 11, itemsUnchanged: 2 })
    expect((await hotel.rows()).at(-1)).toMatchObject({ external_id: 'same', status: 'CHECKED_IN' })
  })

  it('hold text that PostgreSQL refuses: NUL is dropped, lone surrogates are replaced', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [
      aBooking('odd', { guestName: 'Zo\u0000ë \ud83d', notes: '日本語 🏨', metadata: { note: 'a' } }),
    ]
    expect(await hotel.sync()).toMatchObject({ status: 'COMPLETED' })
    expect((await hotel.rows())[0]).toMatchObject({ guest_name: 'Zoë \ufffd', notes: '日本語 🏨' })
  })
})
