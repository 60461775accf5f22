import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { AnswerTooLarge, MAX_ANSWER_BYTES } from '../../src/providers/transport/large-answers/answer-too-large.ts'
import type { Parking } from '../../src/providers/transport/parked.ts'
import { openTestDatabase } from '../kit/database.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const MB = 1_000_000
const ITEMS = 45
const PAGE_SIZE = 10

interface Weights {
  /** Of a page that begins with the item of this position. */
  bytesOf(position: number, items: number): number
  announces?: boolean
  heedsLimit?: boolean
}

/** A hotel whose vendor's answers weigh so much; what is too heavy is refused as the transport would. */
async function syncOf({ bytesOf, announces = true, heedsLimit = true }: Weights) {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = bookings(ITEMS)
  const asked: { limit: number; bytes: number }[] = []
  let position = 0
  let policy: Parking | undefined
  const { engine } = hotel.another({
    openContext: (options) => {
      policy = options.parking
      position = 0
      return hotel.services.openContext(options)
    },
  })
  let seen: unknown
  hotel.vendor.beforePage = ({ window }) => {
    if (window !== seen) position = Number(window.cursor ?? 0)
    seen = window
    const limit = heedsLimit ? Math.min(window.limit ?? PAGE_SIZE, PAGE_SIZE) : PAGE_SIZE
    const bytes = bytesOf(position, Math.min(limit, ITEMS - position))
    const maxBytes = policy?.maxBytes() ?? 0
    asked.push({ limit: window.limit ?? PAGE_SIZE, bytes })
    if (bytes > maxBytes || bytes === Number.POSITIVE_INFINITY)
      throw new AnswerTooLarge(Math.min(maxBytes, MAX_ANSWER_BYTES), announces ? bytes : null)
    hotel.vendor.pageSize = limit
    position += limit
  }
  const run = async () => {
    const { id } = await hotel.request({ full: true })
    return engine.run(id)
  }
  const log = await run()
  const ids = (await hotel.rows('external_id')).map((row) => row.external_id)
  return { hotel, log, asked, ids, run }
}

const WHOLE = { status: 'COMPLETED', itemsProcessed: ITEMS, itemsCreated: ITEMS }
const limitsOf = async (hotelId: string) => {
  const [row] = await database.query('SELECT page_limits FROM pms_configuration WHERE hotel_id = $1', [hotelId])
  return row?.page_limits
}

test('a page over eight megabytes is asked for in pages of six, and so are all that follow, and the next walk', async () => {
  const { hotel, log, asked, ids, run } = await syncOf({ bytesOf: (_, items) => items * MB })
  expect(log).toMatchObject(WHOLE)
  expect(new Set(ids).size).toBe(ITEMS)
  expect(asked.filter(({ bytes }) => bytes > 8 * MB)).toHaveLength(1)
  expect(asked.map(({ limit }) => limit)).toEqual([10, ...Array.from({ length: 8 }, () => 6)])
  expect(await limitsOf(hotel.hotelId)).toEqual({ BOOKING: 6 })
  asked.length = 0
  expect(await run()).toMatchObject({ status: 'COMPLETED', itemsUnchanged: ITEMS })
  expect(asked[0]?.limit).toBe(6)
})

test('one whose size is not announced is asked for by the eighth', async () => {
  const { log, asked } = await syncOf({ bytesOf: (_, items) => items * MB, announces: false })
  expect(log).toMatchObject(WHOLE)
  expect(asked.slice(0, 2).map(({ limit }) => limit)).toEqual([10, 1])
})

test('a large page in the middle costs nothing that was stored before', async () => {
  const { log, asked, ids } = await syncOf({ bytesOf: (at, items) => (at >= 20 ? items * MB : items) })
  expect(log).toMatchObject(WHOLE)
  expect(new Set(ids).size).toBe(ITEMS)
  expect(asked.slice(0, 4).map(({ limit }) => limit)).toEqual([10, 10, 10, 6])
})

test('a vendor that does not heed how much it is asked for is taken as it is, in its own pages', async () => {
  const { log, asked } = await syncOf({ bytesOf: () => 20 * MB, heedsLimit: false })
  expect(log).toMatchObject(WHOLE)
  expect(asked.map(({ limit }) => limit)).toEqual([10, 3, 10, 10, 10, 10, 10])
})

test('an item of ten megabytes does not make all pages small', async () => {
  const { log, asked } = await syncOf({ bytesOf: (at, items) => (at <= 12 && at + items > 12 ? 10 * MB : 100) })
  expect(log).toMatchObject(WHOLE)
  expect(asked.at(-1)?.limit).toBe(10)
})

test('a page over 64 MiB shrinks instead of failing, also where it shrank for nothing before', async () => {
  const { log, asked, ids } = await syncOf({ bytesOf: (_, items) => items * 10 * MB })
  expect(log).toMatchObject(WHOLE)
  expect(new Set(ids).size).toBe(ITEMS)
  expect(asked.filter(({ bytes }) => bytes > 64 * 1024 * 1024).length).toBeLessThan(4)
})

test('an item that is too large alone is taken without its long texts, and those after it whole', async () => {
  const { log, asked, ids } = await syncOf({ bytesOf: (at, items) => (at <= 30 && at + items > 30 ? 70 * MB : 100) })
  expect(log).toMatchObject(WHOLE)
  expect(new Set(ids).size).toBe(ITEMS)
  const heavy = asked.filter(({ bytes }) => bytes === 70 * MB)
  expect(heavy.at(-1)).toEqual({ limit: 1, bytes: 70 * MB })
  expect(asked.at(-1)?.bytes).toBe(100)
})

test('one that is too large even so fails the walk and says what to do, after all before it', async () => {
  const { log } = await syncOf({ bytesOf: (at, items) => (at + items > 30 ? Number.POSITIVE_INFINITY : 100) })
  expect(log).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_BAD_RESPONSE', itemsProcessed: 30 })
  expect(log.errorSummary).toMatch(/67108864 bytes.*What came before it is stored; ask the PMS’s support/)
})
