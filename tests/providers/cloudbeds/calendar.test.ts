import { describe, expect, test } from 'vitest'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import { normalizeAvailability } from '../../../src/providers/cloudbeds/normalize/availability.ts'
import { normalizeRate } from '../../../src/providers/cloudbeds/normalize/rate.ts'
import { priceOf, renderDay, roomsLeft } from '../../../src/providers/cloudbeds/simulator/calendar.ts'
import type { FetchWindow, ProviderContext } from '../../../src/providers/provider.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { availabilityRecord } from '../../../src/records/availability.ts'
import { dayNumber } from '../../../src/records/days.ts'
import { rateRecord } from '../../../src/records/rate.ts'
import { readVendorFile } from '../../kit/vendor-specs.ts'
import { queryOf, recorded } from './traffic.ts'

const range = { from: '2026-10-20', to: '2027-10-19' }
const hotel = { id: 'h', externalHotelId: '1', timeZone: 'Europe/London', currency: 'KWD' }
const quiet = { hotel, report: () => {} }

async function walk(harness: Harness, kind: 'rates' | 'availability', ctx: ProviderContext, more: object = {}) {
  const window: FetchWindow = { since: null, until: harness.clock.now(), cursor: null, limit: null, range, ...more }
  const pages = []
  for await (const page of cloudbeds.fetch[kind]?.(ctx, window) ?? []) pages.push(page)
  return pages
}

const rate = (raw: object) => rateRecord.parse(normalizeRate(raw, quiet))
const span = { rateID: '9', roomTypeID: '7', from: '2026-10-20', to: '2026-10-22' }

describe('rates', () => {
  test('are what the hotel sells at on each of the days, each named by one span', async () => {
    await using harness = await openHarness(cloudbeds, { ratePlans: 6, currency: 'KWD' })
    const { ctx, traffic } = recorded(harness)
    const pages = await walk(harness, 'rates', ctx)
    expect(pages).toHaveLength(12)
    expect(traffic).toHaveLength(12)
    const seen = new Map<string, number>()
    for (const record of pages.flatMap(({ items }) => items).map((raw) => rateRecord.parse(normalizeRate(raw, ctx)))) {
      const index = Number(record.ratePlanExternalId) - 990_001
      expect(record.externalId).toBe(`${record.ratePlanExternalId}/${record.roomTypeExternalId}/${record.from}`)
      for (let day = dayNumber(record.from); day <= dayNumber(record.to); day++) {
        const at = day - dayNumber(record.from)
        const told = renderDay(index, index % 5, day)
        expect(record.amounts?.map((list) => list[at])).toEqual([priceOf(index, day) * 1_000])
        expect([record.closed, record.closedToArrival, record.closedToDeparture].map((list) => list?.[at])).toEqual([
          ...[told.blocked, told.closedToArrival, told.closedToDeparture],
        ])
        expect(record.minStayArrival?.[at]).toBe(told.minLos)
        expect(record.maxStay?.[at]).toBe(told.maxLos || null)
        expect(record.cutoffDays?.[at]).toBe(told.cutOff || null)
        seen.set(record.ratePlanExternalId, (seen.get(record.ratePlanExternalId) ?? 0) + 1)
      }
    }
    expect([...seen.values()]).toEqual([365, 365, 365, 365, 365, 365])
  })

  test('of a walk that stopped go on with the next days', async () => {
    await using harness = await openHarness(cloudbeds)
    const { ctx, traffic } = recorded(harness)
    const pages = await walk(harness, 'rates', ctx)
    traffic.length = 0
    expect(await walk(harness, 'rates', ctx, { cursor: pages[9]?.cursor })).toEqual(pages.slice(10))
    expect(traffic.map(({ request }) => queryOf(request).get('startDate'))).toEqual(['2027-08-26', '2027-09-26'])
  })

  test('of the vendor’s sample; what it does not say of a day is not known', () => {
    const { data } = readVendorFile<{ data: object[] }>('samples', 'cloudbeds', 'getRatePlans.json')
    expect(rate({ ...data[0], from: '2026-09-20', to: '2026-09-21' })).toMatchObject({
      ...{ ratePlanExternalId: '990021', roomTypeExternalId: '100201', amounts: [[150_000, null]] },
      ...{ closed: [false, null], minStayArrival: [1, null], maxStay: [null, null], cutoffDays: [null, null] },
    })
  })

  test('leave out days that were not asked for', () => {
    const roomRateDetailed = [19, 20, 23].map((day) => ({ date: `2026-10-${day}`, totalRate: day }))
    expect(rate({ ...span, roomRateDetailed }).amounts).toEqual([[20_000, null, null]])
  })

  test.each([
    ['without days', {}],
    ['with a day twice', { roomRateDetailed: [{ date: '2026-10-20' }, { date: '2026-10-20' }] }],
    ['with a price that is none', { roomRateDetailed: [{ date: '2026-10-20', totalRate: 'cheap' }] }],
    ['with a negative price', { roomRateDetailed: [{ date: '2026-10-20', totalRate: -1 }] }],
    ['with a day that is none', { roomRateDetailed: [{ date: '2026-02-30' }] }],
  ])('%s are refused', (_, fields) => {
    expect(() => rate({ ...span, ...fields })).toThrow()
  })
})

describe('availability', () => {
  test('is what is left of each room type on each of the days', async () => {
    await using harness = await openHarness(cloudbeds)
    const { ctx } = recorded(harness)
    const items = (await walk(harness, 'availability', ctx)).flatMap((page) => page.items)
    const records = items.map((raw) => availabilityRecord.parse(normalizeAvailability(raw)))
    expect(new Set(records.map(({ roomTypeExternalId }) => roomTypeExternalId)).size).toBe(5)
    expect(records.reduce((days, { available }) => days + (available?.length ?? 0), 0)).toBe(5 * 365)
    for (const { roomTypeExternalId, from, available } of records) {
      const type = Number(roomTypeExternalId) - 100_201
      expect(available).toEqual(available?.map((_, i) => roomsLeft(type, dayNumber(from) + i)))
    }
  })

  test('is told by the type’s own rate, else by the plan that has least', () => {
    const days = (...left: (number | null)[]) =>
      left.map((roomsAvailable, i) => ({ date: `2026-10-${20 + i}`, roomsAvailable }))
    const own = { ratePlanID: null, roomRateDetailed: days(5, null, null) }
    const plans = [days(2, 4, null), days(1, 3, null)].map((roomRateDetailed) => ({
      ratePlanID: '1',
      roomRateDetailed,
    }))
    const left = (rates: object[]) => availabilityRecord.parse(normalizeAvailability({ ...span, rates })).available
    expect(left([...plans, own])).toEqual([5, 3, null])
    expect(left(plans)).toEqual([1, 3, null])
    expect(() => left([{ ratePlanID: '1' }])).toThrow()
  })
})
