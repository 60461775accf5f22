import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readChanges } from '../../../src/calendar/read-changes.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { dayNumber, dayOf } from '../../../src/records/days.ts'
import { changedRanges } from '../../../src/sync/store/spans/changed-ranges.ts'
import { writeSpans } from '../../../src/sync/store/spans/write-spans.ts'
import type { WriteOptions } from '../../../src/sync/store/write-items.ts'
import { syncedRate } from '../../../src/sync/synced/rate.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { createTestHotel } from '../../kit/test-hotel.ts'
import { aRate, pageOf } from './spans.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

async function openCalendar(...spans: object[]) {
  const hotel = await createTestHotel(database)
  const { hotelId, vendor } = hotel
  vendor.items.rates = [...spans] as never
  const syncRates = async (...changed: object[]) => {
    // The last one that names a night holds.
    vendor.items.rates.push(...(changed as never[]))
    return hotel.sync({ entityType: 'RATE', full: true })
  }
  return { ...hotel, syncRates, changes: (after = 0) => readChanges(database, hotelId, { after, limit: 1_000 }) }
}

test('one changed night is one range, with what it was, what it is, and between which two reads', async () => {
  const { syncRates, changes } = await openCalendar(aRate({ days: 30 }))
  const first = await syncRates()
  expect(await changes()).toEqual([])
  const second = await syncRates(aRate({ from: '2027-02-01', days: 1, price: 250 }))
  expect(await changes()).toMatchObject([
    {
      position: 1,
      entityType: 'RATE',
      ratePlanExternalId: 'BAR',
      roomTypeExternalId: 'DBL',
      currency: 'EUR',
      from: '2027-02-01',
      to: '2027-02-01',
      fields: ['amounts'],
      before: { amounts: [[100]] },
      after: { amounts: [[250]] },
      seenAfter: first.watermarkAt,
      syncLogId: second.id,
      changeId: null,
    },
  ])
  await syncRates()
  expect(await changes(1)).toEqual([])
})

test('what is said of a night for the first time was nothing before', async () => {
  const { syncRates, changes } = await openCalendar(aRate({ days: 3 }))
  await syncRates()
  await syncRates(aRate({ days: 4, closed: [true, null, null, null] }))
  expect(await changes()).toMatchObject([
    { from: '2027-01-20', to: '2027-01-20', fields: ['closed'], before: { closed: null }, after: { closed: [true] } },
    {
      from: '2027-01-23',
      to: '2027-01-23',
      fields: ['amounts'],
      before: { amounts: [[null]] },
      after: { amounts: [[100]] },
    },
  ])
})

test('positions have no gaps and no reader misses one, however many write at the same time', async () => {
  const hotel = await openCalendar(aRate({ days: 40 }))
  await hotel.syncRates()
  const scope = { hotelId: hotel.hotelId, provider: 'scripted' }
  const syncLogId = (await hotel.syncRates()).id
  const options: WriteOptions = { fetchedAt: new Date(), probe: true, fullSince: null, origin: { syncLogId } }
  const seen: number[] = []
  const readOn = async () => seen.push(...(await hotel.changes(seen.at(-1) ?? 0)).map(({ position }) => position))
  const writes = Array.from({ length: 15 }, (_, day) =>
    database.transaction(async (tx) => {
      const span = aRate({ from: dayOf(dayNumber('2027-01-20') + day * 2), days: 1, price: 300 + day })
      await writeSpans(tx, syncedRate, scope, pageOf('rates', [span]).items, options)
      await readOn()
    }),
  )
  await Promise.all(writes)
  await readOn()
  expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1))
})

test('ranges are the days that differ, all of them and no others', () => {
  const line = fc.array(fc.option(fc.nat(2), { nil: null }), { minLength: 31, maxLength: 31 })
  fc.assert(
    fc.property(line, line, (before, after) => {
      const key = { series: ['BAR', 'DBL'], currency: 'EUR', month: '2027-01-01', length: 31, metadata: null }
      const ranges = changedRanges({ ...key, before: { maxStay: [before] }, after: { maxStay: [after] } })
      const named = ranges.flatMap(({ from, to }) =>
        Array.from(
          { length: dayNumber(to) - dayNumber(from) + 1 },
          (_, i) => dayNumber(from) + i - dayNumber(key.month),
        ),
      )
      expect(named).toEqual(before.flatMap((slot, day) => (slot === after[day] ? [] : [day])))
      for (const range of ranges) {
        const at = dayNumber(range.from) - dayNumber(key.month)
        const length = range.after.maxStay?.[0]?.length ?? 0
        expect(range.before.maxStay).toEqual([before.slice(at, at + length)])
        expect(range.after.maxStay).toEqual([after.slice(at, at + length)])
      }
    }),
  )
})
