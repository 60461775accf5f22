import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Row } from '../../../src/platform/database/database.ts'
import { dayNumber, dayOf } from '../../../src/records/days.ts'
import { writeSpans } from '../../../src/sync/store/spans/write-spans.ts'
import { syncedRate } from '../../../src/sync/synced/rate.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { eventually } from '../../kit/eventually.ts'
import { createTestHotel, type TestHotel } from '../../kit/test-hotel.ts'
import { anAvailability, aRate, pageOf } from './spans.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** A hotel whose vendor has these prices, and what of it is stored. */
async function openCalendar(...spans: object[]) {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.rates = spans as never
  return Object.assign(hotel, {
    syncRates: (asked: { full?: boolean } = {}) => hotel.sync({ entityType: 'RATE', ...asked }),
    months: (columns: string) => monthsOf(hotel, columns),
  })
}

const monthsOf = ({ hotelId }: TestHotel, columns: string): Promise<Row[]> =>
  database.query(
    `SELECT ${columns} FROM pms_rate_month WHERE hotel_id = $1
     ORDER BY rate_plan_external_id, room_type_external_id, month, currency`,
    [hotelId],
  )

test('a span over the end of a month is two rows, each with the length of its month', async () => {
  const { syncRates, months } = await openCalendar(aRate({ from: '2027-02-27', days: 4, price: 80 }))
  const log = await syncRates()
  expect(log).toMatchObject({ status: 'COMPLETED', itemsProcessed: 1, itemsCreated: 1 })
  expect(
    await months('month, array_length(amounts, 2) AS days, amounts[1][27] AS a, amounts[1][2] AS b, closed'),
  ).toEqual([
    { month: '2027-02-01', days: 28, a: 80, b: null, closed: null },
    { month: '2027-03-01', days: 31, a: null, b: 80, closed: null },
  ])
})

test('what is unchanged is not written, and counts as such; what differs is merged', async () => {
  const hotel = await openCalendar(aRate({ days: 60 }), aRate({ days: 60, roomTypeExternalId: 'SGL', externalId: 's' }))
  await hotel.syncRates()
  const before = await hotel.months('xmin::text, ctid::text, month')
  expect(await hotel.syncRates({ full: true })).toMatchObject({ itemsUnchanged: 2, itemsUpdated: 0 })
  expect(await hotel.months('xmin::text, ctid::text, month')).toEqual(before)

  hotel.vendor.items.rates.push(aRate({ from: '2027-02-10', days: 1, price: 250 }) as never)
  expect(await hotel.syncRates()).toMatchObject({ itemsUpdated: 1, itemsCreated: 0 })
  const changed = (await hotel.months('xmin::text, ctid::text, month')).filter((row, i) => row.ctid !== before[i]?.ctid)
  expect(changed.map(({ month }) => month)).toEqual(['2027-02-01'])
  expect(await hotel.months('amounts[1][9] AS a, amounts[1][10] AS b')).toContainEqual({ a: 100, b: 250 })
})

test('a span that is refused is a failure of its own, with the rest stored; it is replayed when it can be read', async () => {
  const hotel = await openCalendar(aRate({ days: 2 }), aRate({ from: '2027-03-01', days: 90, closed: [true] }))
  expect(await hotel.syncRates()).toMatchObject({ status: 'PARTIAL', itemsCreated: 1, itemsFailed: 1 })
  const failures = `SELECT error_code, path, external_id, resolution FROM pms_sync_failure WHERE hotel_id = '${hotel.hotelId}'`
  const failure = { error_code: 'RECORD_INVALID', path: 'closed', external_id: 'BAR/DBL/2027-03-01' }
  expect(await database.query(failures)).toEqual([{ ...failure, resolution: null }])
  hotel.vendor.map = ({ closed: _, ...span }) => span
  const key = { hotelId: hotel.hotelId, provider: 'scripted', entityType: 'RATE' as const }
  const replay = await hotel.engine.requestReplay(key)
  expect(await hotel.engine.run(replay.id)).toMatchObject({ status: 'COMPLETED', itemsCreated: 1 })
  expect(await database.query(failures)).toEqual([{ ...failure, resolution: 'REPLAYED' }])
})

test('what was fetched before what is stored takes nothing back', async () => {
  let minutes = 10
  const hotel = await createTestHotel(database, { clock: { now: () => new Date(Date.UTC(2026, 10, 1, 0, minutes)) } })
  hotel.vendor.items.rates = [aRate({ price: 120 })] as never
  await hotel.sync({ entityType: 'RATE' })
  minutes = 5
  hotel.vendor.items.rates = [aRate({ price: 100 })] as never
  expect(await hotel.sync({ entityType: 'RATE', full: true })).toMatchObject({ itemsUnchanged: 1, itemsHeldBack: 1 })
  expect((await monthsOf(hotel, 'amounts[1][20] AS price'))[0]).toEqual({ price: 120 })
})

test('writers of one month at the same time, each with its own days, lose nothing of each other', async () => {
  const hotel = await openCalendar()
  const scope = { hotelId: hotel.hotelId, provider: 'scripted' }
  const options = { fetchedAt: new Date(), probe: true, fullSince: null }
  const days = Array.from({ length: 12 }, (_, day) =>
    aRate({ from: dayOf(dayNumber('2027-05-01') + day), days: 1, price: day }),
  )
  const write = (span: object) =>
    database.transaction((tx) => writeSpans(tx, syncedRate, scope, pageOf('rates', [span]).items, options))
  const written = await Promise.all(days.map(write))
  expect(written.filter(({ created }) => created === 1)).toHaveLength(1)
  expect(await hotel.months('to_json(amounts)->0 AS amounts')).toEqual([
    { amounts: [...days.keys(), ...new Array(19).fill(null)] },
  ])
})

test('a month that somebody else stores between the look and the insert is merged with', async () => {
  const hotel = await openCalendar()
  const scope = { hotelId: hotel.hotelId, provider: 'scripted' }
  const options = { fetchedAt: new Date(), probe: true, fullSince: null, syncLogId: null }
  const night = (day: number) => pageOf('rates', [aRate({ from: `2027-05-0${day}`, days: 1, price: day })]).items
  let second: Promise<unknown> = Promise.resolve()
  await database.transaction(async (tx) => {
    await writeSpans(tx, syncedRate, scope, night(1), options)
    second = database.transaction((other) => writeSpans(other, syncedRate, scope, night(2), options))
    await eventually(async () => {
      const waiting = await database.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      expect(waiting).toHaveLength(1)
    })
  })
  await second
  expect(await hotel.months('amounts[1][1] AS a, amounts[1][2] AS b')).toEqual([{ a: 1, b: 2 }])
})

test('a series that is new in a month which others have begun is stored, and one in another currency silences the first', async () => {
  const hotel = await openCalendar()
  const scope = { hotelId: hotel.hotelId, provider: 'scripted' }
  const store = (...spans: object[]) => {
    // As the first load of a hotel does, which is done for a second time after a crash.
    const options = { fetchedAt: new Date(), probe: false, fullSince: null }
    return database.transaction((tx) => writeSpans(tx, syncedRate, scope, pageOf('rates', spans).items, options))
  }
  const [kuna, euro] = ['HRK', 'EUR'].map((currency, i) => ({ currency, from: '2027-06-01', days: 2, price: 700 - i }))
  expect(await store(aRate({ ...kuna, externalId: 'k' }))).toMatchObject({ created: 1 })
  const single = aRate({ ...euro, roomTypeExternalId: 'SGL', externalId: 's' })
  expect(await store(aRate({ ...euro, days: 1, externalId: 'e' }), single)).toMatchObject({ created: 1, updated: 1 })
  expect(
    await hotel.months('room_type_external_id AS type, currency, to_json(amounts)->0->0 AS a, amounts[1][2] AS b'),
  ).toEqual([
    { type: 'DBL', currency: 'EUR', a: 699, b: null },
    { type: 'DBL', currency: 'HRK', a: null, b: 700 },
    { type: 'SGL', currency: 'EUR', a: 699, b: 699 },
  ])
})

test('availability may be overbooked, and has no currency', async () => {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.availability = [anAvailability({ days: 2, left: -1, sold: [7, 8] })] as never
  expect(await hotel.sync({ entityType: 'AVAILABILITY' })).toMatchObject({ status: 'COMPLETED', itemsCreated: 1 })
  const rows = await database.query(
    'SELECT room_type_external_id, available[20:21] AS available, sold[20:22] AS sold, physical FROM pms_availability_month WHERE hotel_id = $1',
    [hotel.hotelId],
  )
  expect(rows).toEqual([{ room_type_external_id: 'DBL', available: [-1, -1], sold: [7, 8, null], physical: null }])
})
