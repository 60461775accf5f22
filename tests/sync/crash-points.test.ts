import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import type { Clock } from '../../src/providers/provider.ts'
import type { JsonObject } from '../../src/records/common.ts'
import { dayNumber, dayOf } from '../../src/records/days.ts'
import { DEFAULT_TIMING } from '../../src/sync/run/deps.ts'
import type { SyncRequest } from '../../src/sync/run/request.ts'
import { openTestDatabase } from '../kit/database.ts'
import { dyingAt } from '../kit/dying-database.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'
import { createTestHotel, type TestHotel } from '../kit/test-hotel.ts'
import { aRate, type SpanChanges } from './spans/spans.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** What a run leaves: not what it found, nor what was how old at which hour. */
const TABLES = `SELECT table_name AS name FROM information_schema.columns
  WHERE column_name = 'hotel_id' AND table_schema = current_schema()
    AND table_name !~ '^pms_(hotel|configuration|audit|sync_age)' ORDER BY 1`
/** Otherwise each time: names, moments, how long it took, and how often it was taken. */
const OF_THE_MOMENT =
  /^(id|hotel_id|sync_log_id|at|true_as_of|seen_after|.*_at|duration|.*_ms|d\d+|checkpoint|sequence|lease_token|attempts|metadata)$/

/** Everything that is stored about a hotel: a line a row. */
async function stateOf({ hotelId }: TestHotel): Promise<string[]> {
  const tables = await database.query<{ name: string }>(TABLES)
  const lines: string[] = []
  for (const { name } of tables) {
    const rows = await database.query<{ row: JsonObject }>(
      `SELECT to_jsonb(t) AS row FROM ${name} t WHERE hotel_id = $1`,
      [hotelId],
    )
    const lasts = rows.filter(({ row }) => row.bucket !== 'HOUR').map(({ row }) => lasting(row))
    lines.push(...lasts.map((row) => `${name} ${JSON.stringify(row)}`).sort())
  }
  const [seen] = await database.query<{ pages: number }>(
    'SELECT count(*) AS pages FROM pms_sync_seen JOIN pms_sync_log l ON l.id = sync_log_id WHERE hotel_id = $1',
    [hotelId],
  )
  return [...lines, `pages noted: ${seen?.pages}`]
}

function lasting(row: JsonObject): JsonObject {
  const kept = Object.entries(row).filter(([column]) => !OF_THE_MOMENT.test(column))
  return { ...Object.fromEntries(kept), isGone: typeof row.deleted_at === 'string' }
}

/** A hotel in front of a run, and what that run is. */
interface History {
  readonly request: Partial<SyncRequest>
  readonly lastPages: number
  /** Of the hotel; the real one otherwise. */
  readonly clock?: Clock
  prepare(hotel: TestHotel): Promise<void>
  /** What must be true afterwards, beside being as after a run that was never disturbed. */
  check?(hotel: TestHotel): Promise<void>
}

/** In the middle of a month. NEAR is about the year from then on. */
const TODAY = dayNumber('2027-01-15')
const day = (offset: number) => dayOf(TODAY + offset)
const plan = (
  ratePlanExternalId: string,
  offset: number,
  days: number,
  changes: SpanChanges & { price?: number } = {},
) => aRate({ from: day(offset), days, ratePlanExternalId, externalId: `${ratePlanExternalId}/${offset}`, ...changes })

/** Price of each night that has one. */
async function pricesOf({ hotelId }: TestHotel) {
  const rows = await database.query<{ key: string; price: number }>(
    `SELECT rate_plan_external_id || ' ' || currency || ' ' || month + (n - 1)::integer AS key, price
     FROM pms_rate_month, unnest(amounts[1:1]) WITH ORDINALITY AS day (price, n)
     WHERE hotel_id = $1 AND price IS NOT NULL`,
    [hotelId],
  )
  return Object.fromEntries(rows.map(({ key, price }) => [key, price]))
}

const nights = (name: string, offset: number, days: number, price: number) =>
  Array.from({ length: days }, (_, i) => [`${name} ${day(offset + i)}`, price] as const)

function tickingFrom(instant: string): Clock {
  let ms = Date.parse(instant)
  return { now: () => new Date(ms++) }
}

const HISTORIES: Readonly<Record<string, History>> = {
  'a first walk with a bad item': {
    request: {},
    lastPages: 3,
    async prepare({ vendor }) {
      vendor.items.bookings = bookings(25)
      vendor.items.bookings[13] = aBooking('b-00013', { checkIn: 'soon' })
    },
  },
  'a full walk that finds what changed, what came, what is gone and what is mended': {
    request: { full: true },
    lastPages: 3,
    async prepare(hotel) {
      const { items } = hotel.vendor
      items.bookings = bookings(25)
      items.bookings[13] = aBooking('b-00013', { checkIn: 'soon' })
      await hotel.sync()
      items.bookings = bookings(26).filter((_, index) => index !== 4)
      items.bookings[7] = aBooking('b-00008', { externalUpdatedAt: '2026-01-02T00:00:00Z', adults: 3 })
    },
  },
  'a calendar in the middle of whose months a plan is forgotten, a price moves and the euro comes': {
    request: { entityType: 'RATE' },
    clock: tickingFrom('2027-01-15T12:00:00Z'),
    lastPages: 3,
    async prepare(hotel) {
      const { vendor } = hotel
      vendor.pageSize = 2
      const before = { price: 75, currency: 'HRK' }
      vendor.items.rates = [
        plan('BAR', -3, 50),
        // Over the end of what NEAR is about.
        plan('BAR', 360, 10),
        plan('GONE', -3, 50),
        plan('EURO', 1, 40, before),
      ] as never
      await hotel.sync({ entityType: 'RATE' })
      vendor.items.rates = [
        plan('BAR', 0, 10),
        plan('BAR', 10, 37, { price: 130 }),
        plan('EURO', 1, 15, before),
        plan('EURO', 16, 25, { price: 10 }),
      ] as never
    },
    async check(hotel) {
      expect(await pricesOf(hotel)).toEqual(
        Object.fromEntries([
          ...nights('BAR EUR', -3, 13, 100),
          ...nights('BAR EUR', 10, 37, 130),
          ...nights('BAR EUR', 365, 5, 100),
          ...nights('EURO HRK', 1, 15, 75),
          ...nights('EURO EUR', 16, 25, 10),
          // As they were sold.
          ...nights('GONE EUR', -3, 3, 100),
        ]),
      )
    },
  },
}

/** Its heart stands still: a beat under way would prolong the lease after the test has let it expire. */
const STILL = { ...DEFAULT_TIMING, heartbeatMs: 600_000 }

/** Some forty walks each, beside three other files. */
const PATIENT_MS = 240_000

describe('a process that dies', () => {
  it.each(Object.entries(HISTORIES))(
    'at any statement of %s leaves what a run leaves that was never disturbed',
    async (_, history) => {
      const hotelBefore = async () => {
        const hotel = await createTestHotel(database, history.clock && { clock: history.clock })
        await history.prepare(hotel)
        return hotel
      }
      const undisturbed = await hotelBefore()
      await undisturbed.sync(history.request)
      const expected = await stateOf(undisturbed)
      await history.check?.(undisturbed)

      for (let last = 1; ; last += 1) {
        const hotel = await hotelBefore()
        const { id } = await hotel.request(history.request)
        const dying = dyingAt(last, database.within('*'))
        await hotel
          .another({ database: dying.database, timing: STILL })
          .engine.run(id)
          .catch(() => {})
        if (dying.survived()) break
        const pagesBefore = hotel.vendor.pages
        await database.query(
          'UPDATE pms_sync_log SET lease_expires_at = now() WHERE id = $1 AND lease_expires_at > now()',
          [id],
        )
        await hotel.engine.run(id)
        expect(await stateOf(hotel), `killed at statement ${last}`).toEqual(expected)
        expect(hotel.vendor.pages - pagesBefore, 'pages fetched again').toBeLessThanOrEqual(history.lastPages)
      }
    },
    PATIENT_MS,
  )
})
