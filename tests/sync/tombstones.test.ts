import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'
import { createTestHotel, type TestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const goneOf = async (hotel: TestHotel) =>
  (await hotel.rows('external_id, deleted_at')).filter((row) => row.deleted_at !== null).map((row) => row.external_id)

describe('a complete full walk', () => {
  it('marks what it no longer saw, and takes the mark back when it returns', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(30)
    await hotel.sync()
    const [lost] = hotel.vendor.items.bookings.splice(4, 1)
    expect(await hotel.sync({ full: true })).toMatchObject({ status: 'COMPLETED', itemsDeleted: 1 })
    expect(await goneOf(hotel)).toEqual(['b-00004'])
    if (lost) hotel.vendor.items.bookings.push(lost)
    expect(await hotel.sync({ full: true })).toMatchObject({ itemsUpdated: 1, itemsUnchanged: 29 })
    expect(await goneOf(hotel)).toEqual([])
  })

  it('counts an item that it could not map as seen', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(3)
    await hotel.sync()
    hotel.vendor.items.bookings[1] = aBooking('b-00001', { checkIn: 'soon' })
    expect(await hotel.sync({ full: true })).toMatchObject({ status: 'PARTIAL', itemsDeleted: 0 })
    expect(await goneOf(hotel)).toEqual([])
  })

  it('with an item that cannot be told apart marks nothing: it may be any of those missing', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(3)
    await hotel.sync()
    hotel.vendor.items.bookings[1] = { wreck: true } as never
    const log = await hotel.sync({ full: true })
    expect(log).toMatchObject({ itemsDeleted: 0, metadata: { tombstones: { kind: 'UNPROVEN' } } })
    expect(await goneOf(hotel)).toEqual([])
  })

  it('leaves a row alone that was written while it was walking', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(3)
    await hotel.sync()
    hotel.vendor.items.bookings.pop()
    hotel.vendor.beforePage = async () => {
      await database.query(
        `UPDATE pms_booking SET last_synced_at = now() + interval '1 s' WHERE hotel_id = $1 AND external_id = 'b-00002'`,
        [hotel.hotelId],
      )
    }
    expect(await hotel.sync({ full: true })).toMatchObject({ itemsDeleted: 0 })
  })
})

describe('what the vendor itself says is gone', () => {
  it('is gone at once, also in an incremental walk, and counted', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(3)
    await hotel.sync()
    hotel.vendor.items.bookings.pop()
    hotel.vendor.gone = ['b-00002', 'never-heard-of']
    expect(await hotel.sync()).toMatchObject({ operation: 'INCREMENTAL', status: 'COMPLETED', itemsDeleted: 1 })
    expect(await goneOf(hotel)).toEqual(['b-00002'])
    expect(await hotel.sync()).toMatchObject({ itemsDeleted: 0 })
  })

  it('is not believed against what was stored after that was asked', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(2)
    await hotel.sync()
    await database.query(
      `UPDATE pms_booking SET last_synced_at = now() + interval '1 hour' WHERE hotel_id = $1 AND external_id = 'b-00001'`,
      [hotel.hotelId],
    )
    hotel.vendor.gone = ['b-00001']
    expect(await hotel.sync()).toMatchObject({ itemsDeleted: 0 })
    expect(await goneOf(hotel)).toEqual([])
  })
})

describe('the safety brake', () => {
  it('holds when more than 5 % and more than 20 rows would go, and says what to do', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(100)
    await hotel.sync()
    hotel.vendor.items.bookings.splice(0, 21)
    const log = await hotel.sync({ full: true })
    expect(log).toMatchObject({
      status: 'PARTIAL',
      itemsDeleted: 0,
      metadata: { tombstones: { kind: 'NEEDS_REVIEW', candidates: 21, allowed: 20 } },
    })
    expect(log.errorSummary).toContain('acceptDeletions')
    expect(await goneOf(hotel)).toEqual([])
  })

  it('lets 20 rows of a small hotel go', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(100)
    await hotel.sync()
    hotel.vendor.items.bookings.splice(0, 20)
    expect(await hotel.sync({ full: true })).toMatchObject({ status: 'COMPLETED', itemsDeleted: 20 })
  })

  it('gives way to a person’s word', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(100)
    await hotel.sync()
    hotel.vendor.items.bookings = []
    expect(await hotel.sync({ full: true, acceptDeletions: true })).toMatchObject({ itemsDeleted: 100 })
  })
})

describe('a walk that is not complete or not full', () => {
  it.for([
    ['an incremental one', {}],
    ['a limited one', { full: true, limit: 5 }],
  ] as const)('%s marks nothing', async ([, asked]) => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(12)
    await hotel.sync()
    hotel.vendor.items.bookings.splice(0, 1)
    await hotel.sync(asked)
    expect(await goneOf(hotel)).toEqual([])
  })

  it('one that was cut off and resumed by another run marks nothing', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(30)
    hotel.vendor.beforePage = ({ number }) => {
      if (number === 1) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'gone')
    }
    await hotel.sync()
    hotel.vendor.beforePage = () => {}
    expect(await hotel.sync()).toMatchObject({ operation: 'FULL', metadata: { tombstones: { kind: 'UNPROVEN' } } })
  })

  it('never hides rows before it commits', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(40)
    await hotel.sync()
    hotel.vendor.items.bookings.splice(0, 10)
    const seen: number[] = []
    hotel.vendor.beforePage = async () => {
      seen.push((await hotel.rows()).filter((row) => row.deleted_at === null).length)
    }
    await hotel.sync({ full: true })
    expect(new Set(seen)).toEqual(new Set([40]))
  })
})

describe('a full walk that does not bring all that there is', () => {
  const DAY_MS = 86_400_000
  const day = (offset: number) => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10)
  const block = (externalId: string, firstNight: string, lastNight: string | null) => ({
    ...{ externalId, kind: 'OUT_OF_ORDER', roomExternalId: 'r-1', firstNight, lastNight },
  })
  const liveOf = async (hotel: TestHotel) => {
    const rows = await database.query<{ id: string }>(
      `SELECT external_id AS id FROM pms_room_block WHERE hotel_id = $1 AND deleted_at IS NULL ORDER BY 1`,
      [hotel.hotelId],
    )
    return rows.map(({ id }) => id)
  }
  async function syncTwice(proves: PmsProviderAdapter['proves']) {
    const hotel = await createTestHotel(database, {
      adapters: () => ({ ...hotel.vendor.adapter, ...(proves && { proves }) }),
    })
    const { roomBlocks } = hotel.vendor.items
    roomBlocks.push(block('ended', day(-9), day(-5)), block('now', day(-1), day(2)), block('endless', day(3), null))
    roomBlocks.push(block('beyond', day(60), day(61)), block('stays', day(1), day(1)))
    await hotel.sync({ entityType: 'ROOM_BLOCK' })
    roomBlocks.splice(0, 4)
    await hotel.sync({ entityType: 'ROOM_BLOCK', full: true })
    return liveOf(hotel)
  }

  it('marks what is gone inside the days that it asked for, and leaves the rest alone', async () => {
    expect(await syncTwice({ roomBlocks: [0, 34] })).toEqual(['beyond', 'ended', 'stays'])
  })

  it('marks nothing where it tells nothing of what is gone', async () => {
    expect(await syncTwice({ roomBlocks: 'NOTHING' })).toEqual(['beyond', 'ended', 'endless', 'now', 'stays'])
  })

  it('marks all that it did not see where it asked for everything', async () => {
    expect(await syncTwice(undefined)).toEqual(['stays'])
  })
})
