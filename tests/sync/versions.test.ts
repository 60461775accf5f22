import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { upsert } from '../../src/sync/store/upsert.ts'
import { validatePage } from '../../src/sync/store/validate.ts'
import { syncedBooking } from '../../src/sync/synced/booking.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking, scriptedVendor } from '../kit/scripted-provider.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** One look at a booking: which version the vendor had, and when we asked. */
interface Look {
  /** The vendor's modification time, in minutes; null for a vendor that has none. */
  version: number | null
  fetchedAt: number
}

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes))
const { adapter } = scriptedVendor()
const hotel = { id: 'h', externalHotelId: null, timeZone: 'UTC', currency: 'EUR' }
let hotels = 0

async function store(hotelId: string, { version, fetchedAt }: Look): Promise<void> {
  const item = aBooking('b', {
    externalUpdatedAt: version === null ? null : at(version).toISOString(),
    notes: `v${version ?? '-'} seen at ${fetchedAt}`,
  })
  const { items } = validatePage(syncedBooking, adapter, [item], { hotel, report: () => {} }, at(fetchedAt))
  await upsert(database, syncedBooking, { hotelId, provider: 'p' }, items, {
    fetchedAt: at(fetchedAt),
    fullSince: null,
  })
}

async function storedAfter(looks: readonly Look[]): Promise<string | undefined> {
  hotels += 1
  const hotelId = `versions-${hotels}`
  for (const look of looks) await store(hotelId, look)
  const [row] = await database.query<{ notes: string }>('SELECT notes FROM pms_booking WHERE hotel_id = $1', [hotelId])
  return row?.notes
}

/** Looks at different times, with a shuffle of them. */
const looksInAnyOrder = (version: fc.Arbitrary<number | null>) =>
  fc
    .uniqueArray(fc.record({ version, fetchedAt: fc.integer({ min: 0, max: 99 }) }), {
      minLength: 1,
      maxLength: 8,
      selector: ({ fetchedAt }) => fetchedAt,
    })
    .chain((looks) => fc.tuple(fc.constant(looks), fc.shuffledSubarray(looks, { minLength: looks.length })))

it('webhook and poll may come in any order: the newest version of the vendor stays', async () => {
  await fc.assert(
    fc.asyncProperty(looksInAnyOrder(fc.integer({ min: 0, max: 5 })), async ([looks, shuffled]) => {
      const [newest] = looks.toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0) || b.fetchedAt - a.fetchedAt)
      expect(await storedAfter(shuffled)).toBe(`v${newest?.version} seen at ${newest?.fetchedAt}`)
    }),
    { numRuns: 60 },
  )
})

it('of a vendor without modification times the latest look stays', async () => {
  await fc.assert(
    fc.asyncProperty(looksInAnyOrder(fc.constant(null)), async ([looks, shuffled]) => {
      const latest = Math.max(...looks.map(({ fetchedAt }) => fetchedAt))
      expect(await storedAfter(shuffled)).toBe(`v- seen at ${latest}`)
    }),
    { numRuns: 40 },
  )
})

it('a version from before the clock was set back hides nothing that is seen afterwards', async () => {
  const inAnHour = (Date.now() + 3_600_000 - at(0).getTime()) / 60_000
  const looks = [
    { version: null, fetchedAt: inAnHour },
    { version: null, fetchedAt: 20 },
    { version: null, fetchedAt: 10 },
  ]
  expect(await storedAfter(looks)).toBe('v- seen at 20')
})

it('an item without a modification time does not hide behind one that has it', async () => {
  const looks = [
    { version: 3, fetchedAt: 10 },
    { version: null, fetchedAt: 20 },
  ]
  expect(await storedAfter(looks)).toBe('v- seen at 20')
})
