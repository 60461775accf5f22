import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { FetchedPage, PmsProviderAdapter } from '../../src/providers/provider.ts'
import { type CursorWatch, watchCursor } from '../../src/sync/store/checkpoint.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking, bookings, scriptedVendor } from '../kit/scripted-provider.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** A hotel whose vendor's list never ends: page after page, numbered from 0. */
function hotelWithout(end: (page: number) => FetchedPage) {
  const { adapter } = scriptedVendor()
  async function* pages(): AsyncGenerator<FetchedPage> {
    for (let page = 0; ; page++) yield end(page)
  }
  const endless: PmsProviderAdapter = { ...adapter, fetch: { ...adapter.fetch, bookings: pages } }
  return createTestHotel(database, { adapters: () => endless })
}

describe('a list without an end', () => {
  it.each([1, 2, 7])('that goes round in circles of %i pages fails, and says so', async (length) => {
    const hotel = await hotelWithout((page) => ({
      items: [aBooking(`b-${page % length}`)],
      cursor: `c-${page % length}`,
    }))
    const log = await hotel.sync()
    expect(log).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_BAD_RESPONSE' })
    expect(log.errorSummary).toContain('third time')
    expect(log.itemsProcessed).toBeLessThan(6 * length)
  })

  it('that is far longer than the vendor announced fails, and says so', async () => {
    const page = bookings(5_000)
    const hotel = await hotelWithout((number) => ({ items: page, cursor: `c-${number}`, total: 10 }))
    const log = await hotel.sync()
    expect(log).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_BAD_RESPONSE' })
    expect(log.errorSummary).toContain('announced 10 items')
  })

  it('that only steps back once is no such list', () => {
    let watch: CursorWatch | null = null
    for (const cursor of ['a', 'b', 'c', 'b', 'c', 'd', 'e', 'f']) watch = watchCursor(watch, cursor)
    expect(watch?.repeats).toBeLessThan(2)
  })
})

it('a run of a provider that is no longer here fails, and says so, instead of being taken for ever', async () => {
  const hotel = await createTestHotel(database)
  const { id } = await hotel.request()
  const { engine } = hotel.another({
    adapters(key) {
      throw new PmsIntegrationError('UNKNOWN_PROVIDER', `There is no provider ${key}.`)
    },
  })
  expect(await engine.run(id)).toMatchObject({ status: 'FAILED', errorCode: 'UNKNOWN_PROVIDER', attempts: 1 })
})

it('a walk whose place is no longer known begins again, completes, and tells what is gone', async () => {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = bookings(45)
  await hotel.sync()
  hotel.vendor.items.bookings = bookings(40)
  const queued = await hotel.request({ full: true })
  const shutdown = new AbortController()
  hotel.vendor.beforePage = ({ number }) => {
    if (number === 7) shutdown.abort()
  }
  const left = await hotel.engine.run(queued.id, shutdown.signal)
  expect(left.itemsProcessed).toBeGreaterThan(0)
  let isFirst = true
  hotel.vendor.beforePage = () => {
    if (isFirst) {
      isFirst = false
      throw new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'no such page')
    }
  }
  expect(await hotel.engine.run(queued.id)).toMatchObject({ status: 'COMPLETED', itemsDeleted: 5 })
})

describe('a page size that the vendor can answer', () => {
  const limitsOf = async (hotelId: string) => {
    const [row] = await database.query<{ limits: object }>(
      'SELECT page_limits AS limits FROM pms_configuration WHERE hotel_id = $1',
      [hotelId],
    )
    return row?.limits
  }

  it('is kept for the next walk, and doubled by one that was answered in time', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(3)
    const { id } = await hotel.request()
    const stored = { since: null, until: new Date(), cursor: null, pages: 0, done: false, pageLimit: 2 }
    await database.query('UPDATE pms_sync_log SET checkpoint = $2 WHERE id = $1', [id, JSON.stringify(stored)])
    await hotel.engine.run(id)
    expect([await limitsOf(hotel.hotelId), hotel.vendor.windows.at(-1)?.limit]).toEqual([{ BOOKING: 2 }, 2])
    await hotel.sync()
    expect([await limitsOf(hotel.hotelId), hotel.vendor.windows.at(-1)?.limit]).toEqual([{ BOOKING: 4 }, 2])
    await hotel.sync()
    await hotel.sync()
    expect([await limitsOf(hotel.hotelId), hotel.vendor.windows.at(-1)?.limit]).toEqual([{}, 8])
  })
})

describe('a scheduled run that failed', () => {
  const scheduled = { trigger: 'SCHEDULED' } as const
  async function failWith(
    code: 'PROVIDER_UNAVAILABLE' | 'PROVIDER_UNAUTHORIZED',
    nextInMs: number,
    trigger = scheduled,
  ) {
    const hotel = await createTestHotel(database)
    await database.query(
      `UPDATE pms_configuration SET sync_schedule = '0 3 * * *', next_sync_at = now() + $2 * interval '1 ms'
       WHERE hotel_id = $1`,
      [hotel.hotelId, nextInMs],
    )
    hotel.vendor.beforePage = () => {
      throw new PmsIntegrationError(code, 'no')
    }
    await hotel.sync(trigger)
    const [row] = await database.query<{ inMs: number | null }>(
      `SELECT (extract(epoch FROM retry_at - now()) * 1000)::float8 AS "inMs" FROM pms_configuration WHERE hotel_id = $1`,
      [hotel.hotelId],
    )
    return row?.inMs ?? null
  }

  it('is tried again after a minute, when the reason may be over', async () => {
    const inMs = await failWith('PROVIDER_UNAVAILABLE', 3_600_000)
    expect(inMs).toBeGreaterThan(0)
    expect(inMs).toBeLessThanOrEqual(60_000)
  })

  it('is left to a person when it is not', async () => {
    expect(await failWith('PROVIDER_UNAUTHORIZED', 3_600_000)).toBeNull()
  })

  it('is left to its schedule when that is due sooner', async () => {
    expect(await failWith('PROVIDER_UNAVAILABLE', 30_000)).toBeNull()
  })
})
