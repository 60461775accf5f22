import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { setStage } from '../kit/engine.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

describe('a first sync', () => {
  it('stores every item of every page and says so', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(25)
    const log = await stage.sync()
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
    const rows = await stage.rows()
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
    const stage = await setStage(database)
    expect(await stage.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: 0, itemsTotal: 0 })
  })

  it.for([9, 10, 11, 20, 21])('copes with %i items at ten a page', async (count) => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(count)
    expect(await stage.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: count })
    expect(await stage.rows()).toHaveLength(count)
  })
})

describe('a second sync', () => {
  it('rewrites no row that did not change', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(25)
    await stage.sync()
    const before = await stage.rows('external_id, xmin::text')
    const log = await stage.sync({ full: true })
    expect(log).toMatchObject({ status: 'COMPLETED', itemsProcessed: 25, itemsUnchanged: 25, itemsCreated: 0 })
    expect(await stage.rows('external_id, xmin::text')).toEqual(before)
  })

  it('asks from the start of the last complete run, less the overlap, to its own start', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(1)
    const first = await stage.sync()
    const second = await stage.sync()
    const [full, incremental] = stage.vendor.windows
    expect(full).toMatchObject({ since: null, cursor: null })
    expect(second.operation).toBe('INCREMENTAL')
    expect(incremental?.since).toEqual(new Date((full?.until.getTime() ?? 0) - 60_000))
    expect(first.watermarkAt).toEqual(full?.until)
  })

  it('changes what changed', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(12)
    await stage.sync()
    stage.vendor.items.bookings[4] = aBooking('b-00004', {
      externalUpdatedAt: new Date().toISOString(),
      status: 'CANCELLED',
    })
    const log = await stage.sync()
    expect(log).toMatchObject({ itemsProcessed: 1, itemsUpdated: 1 })
    expect((await stage.rows())[4]).toMatchObject({ status: 'CANCELLED' })
  })

  it('counts a watermark in the future as now', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(1)
    const { id } = await stage.sync()
    await database.query(`UPDATE pms_sync_log SET watermark_at = now() + interval '3 hours' WHERE id = $1`, [id])
    await stage.sync()
    expect(stage.vendor.windows[1]?.since?.getTime()).toBeLessThan(Date.now())
  })
})

describe('a sync of a part', () => {
  it('with a limit stops there and proves nothing', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(25)
    const log = await stage.sync({ limit: 13 })
    expect(log).toMatchObject({ status: 'COMPLETED', itemsProcessed: 13, watermarkAt: null })
    await stage.sync()
    expect(stage.vendor.windows[1]).toMatchObject({ since: null, cursor: null })
  })

  it('since a day that leaves a gap does not move the watermark', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(3)
    const { watermarkAt } = await stage.sync()
    const late = new Date((watermarkAt?.getTime() ?? 0) + 1)
    expect(await stage.sync({ since: late })).toMatchObject({ watermarkAt: null })
    const early = new Date((watermarkAt?.getTime() ?? 0) - 1)
    expect((await stage.sync({ since: early })).watermarkAt).not.toBeNull()
  })
})

describe('a walk that is cut off', () => {
  it('fails with what it stored kept, and the next sync goes on from there', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(45)
    stage.vendor.beforePage = ({ number }) => {
      if (number === 2) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'gone')
    }
    const failed = await stage.sync()
    expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_UNAVAILABLE', itemsProcessed: 20 })
    expect(await stage.rows()).toHaveLength(20)

    stage.vendor.beforePage = () => {}
    const resumed = await stage.sync()
    expect(resumed).toMatchObject({ status: 'COMPLETED', itemsProcessed: 25 })
    expect(stage.vendor.windows[1]).toMatchObject({ cursor: '20', until: stage.vendor.windows[0]?.until })
    expect(resumed.watermarkAt).toEqual(stage.vendor.windows[0]?.until)
    expect(await stage.rows()).toHaveLength(45)
  })

  it('is begun again by a full sync, whatever the checkpoint', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(45)
    stage.vendor.beforePage = ({ number }) => {
      if (number === 2) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'gone')
    }
    await stage.sync()
    stage.vendor.beforePage = () => {}
    expect(await stage.sync({ full: true })).toMatchObject({ itemsProcessed: 45, itemsUnchanged: 20 })
    expect(stage.vendor.windows[1]).toMatchObject({ cursor: null })
  })

  it('begins again when the vendor no longer knows the page', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(25)
    stage.vendor.beforePage = ({ number }) => {
      if (number === 1) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'gone')
    }
    const { id } = await stage.sync()
    stage.vendor.beforePage = () => {}
    await database.query(
      `UPDATE pms_sync_log SET checkpoint = jsonb_set(checkpoint, '{cursor}', '"forgotten"') WHERE id = $1`,
      [id],
    )
    expect(await stage.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: 25 })
    expect(await stage.rows()).toHaveLength(25)
  })

  it('reports a failure of the vendor’s keys without trying again', async () => {
    const stage = await setStage(database)
    stage.vendor.beforePage = () => {
      throw new PmsIntegrationError('PROVIDER_UNAUTHORIZED', 'The PMS refused the key.')
    }
    expect(await stage.sync()).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_UNAUTHORIZED' })
    expect(stage.vendor.windows).toHaveLength(1)
  })
})

describe('pages', () => {
  it('with the same item twice store it once, the newest version', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = [
      aBooking('same', { externalUpdatedAt: '2026-01-02T00:00:00Z', status: 'CHECKED_IN' }),
      aBooking('same', { externalUpdatedAt: '2026-01-01T00:00:00Z', status: 'CONFIRMED' }),
      ...bookings(10),
      aBooking('same', { externalUpdatedAt: '2026-01-01T00:00:00Z', status: 'CONFIRMED' }),
    ]
    const log = await stage.sync()
    expect(log).toMatchObject({ itemsProcessed: 13, itemsCreated: 11, itemsUnchanged: 2 })
    expect((await stage.rows()).at(-1)).toMatchObject({ external_id: 'same', status: 'CHECKED_IN' })
  })

  it('hold text that PostgreSQL refuses: NUL is dropped, lone surrogates are replaced', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = [
      aBooking('odd', { guestName: 'Zo\u0000ë \ud83d', notes: '日本語 🏨', metadata: { note: 'a' } }),
    ]
    expect(await stage.sync()).toMatchObject({ status: 'COMPLETED' })
    expect((await stage.rows())[0]).toMatchObject({ guest_name: 'Zoë \ufffd', notes: '日本語 🏨' })
  })
})
