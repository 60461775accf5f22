import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../src/platform/database/database.ts'
import { gapsBetween } from '../../../src/sync/store/spans/seen.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { createTestHotel } from '../../kit/test-hotel.ts'
import { aRate } from './spans.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** On 15 January 2027: NEAR is the year from then on. */
async function openCalendar(...spans: object[]) {
  let ms = Date.parse('2027-01-15T12:00:00Z')
  const hotel = await createTestHotel(database, { clock: { now: () => new Date(ms++) } })
  hotel.vendor.items.rates = spans as never
  const sync = async (asked: object = {}, ...changed: object[]) => {
    if (changed.length > 0) hotel.vendor.items.rates = changed as never
    return hotel.sync({ entityType: 'RATE', ...asked })
  }
  const prices = async () => {
    const rows = await database.query<{ key: string; amounts: (number | null)[] | null }>(
      `SELECT rate_plan_external_id || ' ' || to_char(month, 'MM') AS key, to_json(amounts)->0 AS amounts
       FROM pms_rate_month WHERE hotel_id = $1 ORDER BY 1`,
      [hotel.hotelId],
    )
    return Object.fromEntries(
      rows.map(({ key, amounts }) => [key, amounts?.filter((each) => each !== null).length ?? 0]),
    )
  }
  return { ...hotel, sync, prices }
}

const bar = (from: string, days: number) => aRate({ from, days })
const web = (from: string, days: number) => aRate({ from, days, ratePlanExternalId: 'WEB', externalId: `web/${from}` })

describe('what an ended walk did not name', () => {
  test('is nothing from today on, inside of the days that it was about; what is past stays', async () => {
    const { sync, prices } = await openCalendar(bar('2027-01-10', 40), web('2027-01-10', 40))
    await sync()
    expect(await prices()).toEqual({ 'BAR 01': 22, 'BAR 02': 18, 'WEB 01': 22, 'WEB 02': 18 })
    const log = await sync({}, bar('2027-01-15', 10))
    expect(log).toMatchObject({ operation: 'INCREMENTAL', status: 'COMPLETED', itemsDeleted: 2 })
    expect(await prices()).toEqual({ 'BAR 01': 15, 'BAR 02': 0, 'WEB 01': 5, 'WEB 02': 0 })
  })

  test('is a change like any other', async () => {
    const { sync, hotelId } = await openCalendar(bar('2027-01-20', 3))
    await sync()
    await sync({}, bar('2027-01-20', 2))
    expect(
      await database.query('SELECT from_day, after FROM pms_calendar_change WHERE hotel_id = $1', [hotelId]),
    ).toEqual([{ from_day: '2027-01-22', after: { amounts: [[null]] } }])
  })

  test('is not touched beyond those days: the far slice is about them', async () => {
    const { sync, prices, vendor } = await openCalendar(bar('2027-01-15', 5), bar('2028-03-01', 5))
    await sync()
    expect(await sync({}, bar('2027-01-15', 5))).toMatchObject({ itemsDeleted: 0 })
    expect(await prices()).toEqual({ 'BAR 01': 5, 'BAR 03': 5 })
    expect(await sync({ slice: 'FAR' })).toMatchObject({ itemsDeleted: 1 })
    expect(await prices()).toEqual({ 'BAR 01': 5, 'BAR 03': 0 })
    expect(vendor.windows.map(({ range }) => range)).toEqual([
      { from: '2027-01-15', to: '2028-01-14' },
      { from: '2027-01-15', to: '2028-01-14' },
      { from: '2028-01-15', to: '2029-01-13' },
    ])
  })

  test.each([
    ['was limited', { limit: 1 }],
    ['could not read a span', {}],
  ])('stays when the walk %s', async (name, asked) => {
    const { sync, prices } = await openCalendar(bar('2027-01-15', 5), web('2027-01-15', 5))
    await sync()
    const broken = aRate({ from: '2027-01-20', days: 2, closed: [true] })
    await sync(asked, bar('2027-01-15', 5), ...(name.includes('read') ? [broken] : []))
    expect(await prices()).toEqual({ 'BAR 01': 5, 'WEB 01': 5 })
  })

  test('needs a person’s word when it is more series than 20 and 5 %', async () => {
    const plans = Array.from({ length: 30 }, (_, i) =>
      aRate({ from: '2027-01-15', days: 2, ratePlanExternalId: `P${i}`, externalId: `P${i}` }),
    )
    const { sync, prices } = await openCalendar(...plans)
    await sync()
    const held = await sync({}, ...plans.slice(0, 9))
    expect(held).toMatchObject({ status: 'PARTIAL', itemsDeleted: 0 })
    expect(held.metadata).toMatchObject({ tombstones: { kind: 'NEEDS_REVIEW', candidates: 21, allowed: 20 } })
    expect(Object.values(await prices())).toEqual(plans.map(() => 2))
    expect(await sync({ full: true, acceptDeletions: true })).toMatchObject({ itemsDeleted: 21 })
    expect(Object.values(await prices()).filter((count) => count > 0)).toHaveLength(9)
  })
})

test('gaps are the days that nobody named', () => {
  expect(gapsBetween([], 1, 3)).toEqual([[1, 3]])
  expect(gapsBetween([[1, 3]], 1, 3)).toEqual([])
  expect(
    gapsBetween(
      [
        [0, 1],
        [3, 4],
        [4, 9],
      ],
      1,
      12,
    ),
  ).toEqual([
    [2, 2],
    [10, 12],
  ])
})
