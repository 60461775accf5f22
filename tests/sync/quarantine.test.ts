import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'
import { createTestHotel, type TestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const failuresOf = (hotel: TestHotel) =>
  database.query<{ external_id: string | null; path: string; raw: object; resolution: string | null }>(
    'SELECT * FROM pms_sync_failure WHERE hotel_id = $1 ORDER BY id',
    [hotel.hotelId],
  )

describe('a bad item', () => {
  it('is kept with its reason and does not stop the rest', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(25)
    hotel.vendor.items.bookings[7] = aBooking('b-00007', { checkOut: 'whenever' })
    const log = await hotel.sync()
    expect(log).toMatchObject({ status: 'PARTIAL', itemsProcessed: 25, itemsCreated: 24, itemsFailed: 1 })
    expect(await failuresOf(hotel)).toMatchObject([
      { external_id: 'b-00007', error_code: 'RECORD_INVALID', path: 'checkOut', raw: { checkOut: 'whenever' } },
    ])
  })

  it('that the mapping itself cannot survive is kept too', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [...bookings(2), null as never]
    hotel.vendor.map = (item) => ({ ...item, notes: item.externalId.toUpperCase() })
    expect(await hotel.sync()).toMatchObject({ status: 'PARTIAL', itemsCreated: 2, itemsFailed: 1 })
    expect(await failuresOf(hotel)).toMatchObject([{ external_id: null, raw: { value: null } }])
  })

  it('that only the database refuses is kept too', async () => {
    const hotel = await createTestHotel(database)
    // Longer than an entry of the index on the name may be; random, or it would be compressed.
    const lastName = Array.from({ length: 9000 }, () => String.fromCharCode(33 + Math.random() * 90)).join('')
    const guests = ['a', 'b', 'c', 'd', 'e'].map((externalId) => ({ externalId, firstName: 'Ada', lastName: 'L' }))
    hotel.vendor.items.guests = guests.map((guest) => (guest.externalId === 'd' ? { ...guest, lastName } : guest))
    const log = await hotel.sync({ entityType: 'GUEST' })
    expect(log).toMatchObject({ status: 'PARTIAL', itemsCreated: 4, itemsFailed: 1 })
    expect(await failuresOf(hotel)).toMatchObject([{ external_id: 'd', error_code: 'RECORD_REJECTED' }])
  })

  it('that is mended at the vendor settles its failure', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [aBooking('a', { checkIn: 'soon' })]
    await hotel.sync()
    hotel.vendor.items.bookings = [aBooking('a')]
    expect(await hotel.sync({ full: true })).toMatchObject({ status: 'COMPLETED', itemsCreated: 1 })
    expect(await failuresOf(hotel)).toMatchObject([{ resolution: 'SYNCED' }])
  })

  it('that stays bad has one open failure, the newest', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [aBooking('a', { checkIn: 'soon' })]
    await hotel.sync()
    await hotel.sync({ full: true })
    const failures = await failuresOf(hotel)
    expect(failures.map(({ resolution }) => resolution)).toEqual(['SUPERSEDED', null])
  })
})

describe('a replay', () => {
  it('takes quarantined items through the mended mapping', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [...bookings(3), aBooking('x', { status: 'RESERVED' }), { nothing: 1 } as never]
    await hotel.sync()
    hotel.vendor.map = (item) => ({
      ...aBooking(item.externalId ?? 'recovered'),
      ...(item.status === 'RESERVED' ? { status: 'CONFIRMED' } : {}),
    })
    const asked = { hotelId: hotel.hotelId, provider: 'scripted', entityType: 'BOOKING' } as const
    expect(await hotel.engine.countReplayable(asked)).toBe(2)
    const queued = await hotel.engine.requestReplay(asked)
    const log = await hotel.engine.run(queued.id)
    expect(log).toMatchObject({ status: 'COMPLETED', operation: 'REPLAY', itemsProcessed: 2, itemsCreated: 2 })
    expect((await failuresOf(hotel)).map(({ resolution }) => resolution)).toEqual(['REPLAYED', 'REPLAYED'])
    expect((await hotel.rows()).map((row) => row.external_id)).toContain('recovered')
  })

  it('of an item that is still bad leaves it open', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [aBooking('a', { checkIn: 'soon' })]
    const { id } = await hotel.sync()
    const replay = { hotelId: hotel.hotelId, provider: 'scripted', entityType: 'BOOKING', syncLogId: id } as const
    const log = await hotel.engine.run((await hotel.engine.requestReplay(replay)).id)
    expect(log).toMatchObject({ status: 'PARTIAL', itemsFailed: 1 })
    expect((await failuresOf(hotel)).map(({ resolution }) => resolution)).toEqual(['SUPERSEDED', null])
  })

  it('does not bring an old version back over a newer one', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = [aBooking('a', { externalUpdatedAt: null, notes: 'old', checkIn: 'soon' })]
    await hotel.sync()
    hotel.vendor.items.bookings = [aBooking('b', { externalUpdatedAt: null })]
    hotel.vendor.map = (item) => ({ ...item, externalId: 'a', checkIn: '2026-03-01' })
    await hotel.sync({ full: true })
    await database.query('UPDATE pms_sync_failure SET resolved_at = NULL, resolution = NULL WHERE hotel_id = $1', [
      hotel.hotelId,
    ])
    const asked = { hotelId: hotel.hotelId, provider: 'scripted', entityType: 'BOOKING' } as const
    await hotel.engine.run((await hotel.engine.requestReplay(asked)).id)
    expect(await hotel.rows()).toMatchObject([{ external_id: 'a', notes: null }])
  })
})

it('whatever a vendor sends, every item is counted once', async () => {
  const item = fc.oneof(
    fc.integer({ min: 0, max: 8 }).map((n) => aBooking(`b${n}`)),
    fc.integer({ min: 0, max: 8 }).map((n) => aBooking(`b${n}`, { status: 'RESERVED' })),
    fc.jsonValue().map((value) => value as never),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 35 }), async (items) => {
      const hotel = await createTestHotel(database)
      hotel.vendor.items.bookings = items
      // The scripted vendor filters by modification time; junk has none.
      const log = await hotel.sync()
      expect(log.status).toMatch(/COMPLETED|PARTIAL/)
      expect(log.itemsProcessed).toBe(items.length)
      expect(log.itemsCreated).toBe((await hotel.rows()).length)
      expect(log.itemsFailed).toBe((await failuresOf(hotel)).length)
    }),
    { numRuns: 30 },
  )
})
