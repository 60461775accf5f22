import { beforeAll, describe, expect, test } from 'vitest'
import { opera } from '../../../src/providers/opera/index.ts'
import { normalizeAvailability } from '../../../src/providers/opera/normalize/availability.ts'
import { normalizeRate } from '../../../src/providers/opera/normalize/rate.ts'
import { EXTRA_PERSON, isWeekend, priceOf, roomsLeft } from '../../../src/providers/opera/simulator/calendar.ts'
import type { FetchWindow, ProviderContext } from '../../../src/providers/provider.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import type { HttpResponse } from '../../../src/providers/transport/http.ts'
import { availabilityRecord, type NormalizedAvailability } from '../../../src/records/availability.ts'
import { dayNumber, dayOf } from '../../../src/records/days.ts'
import { type NormalizedRate, rateRecord } from '../../../src/records/rate.ts'
import { loadOpenApi } from '../../kit/openapi.ts'
import { readVendorFile } from '../../kit/vendor-specs.ts'
import { pathOf, queryOf, recorded } from './traffic.ts'

const range = { from: '2026-10-20', to: '2027-10-19' }

async function walk(harness: Harness, kind: 'rates' | 'availability', ctx: ProviderContext, more: object = {}) {
  const window: FetchWindow = {
    ...{ since: null, until: harness.clock.now(), cursor: null, limit: null, range },
    ...more,
  }
  const pages = []
  for await (const page of opera.fetch[kind]?.(ctx, window) ?? []) pages.push(page)
  return pages
}

const ratesIn = (pages: Awaited<ReturnType<typeof walk>>, ctx: ProviderContext): NormalizedRate[] =>
  pages.flatMap(({ items }) => items).map((raw) => rateRecord.parse(opera.normalize.rates?.(raw, ctx)))

describe('rates', () => {
  test('are what the hotel sells at: by persons, on each day, under the strictest of all rules', async () => {
    await using harness = await openHarness(opera, { ratePlans: 6, roomTypes: 3, currency: 'KWD' })
    const { ctx, paths } = recorded(harness)
    const rates = ratesIn(await walk(harness, 'rates', ctx), ctx)
    const plans = idsOf(harness, 'ratePlans')
    const types = idsOf(harness, 'roomTypes')
    expect(rates).toHaveLength(plans.length * types.length)
    for (const rate of rates) {
      expect(rate).toMatchObject({ ...range, currency: 'KWD' })
      const [plan, type] = [plans.indexOf(rate.ratePlanExternalId), types.indexOf(rate.roomTypeExternalId)]
      const negotiated = rate.ratePlanExternalId === 'CORP'
      for (const i of Array.from({ length: 365 }, (_, day) => day)) {
        const day = dayNumber(range.from) + i
        const of = (list: readonly unknown[] | null | undefined) => list?.[i]
        expect(rate.amounts?.map(of)).toEqual([1, 2, 3].map((persons) => priceOf(plan, type, day, persons) * 1_000))
        expect(of(rate.extraAdult)).toBe(EXTRA_PERSON * 1_000)
        expect(of(rate.extraChild)).toBeNull()
        const date = Number(dayOf(day).slice(8))
        expect(of(rate.closedToArrival)).toBe(date === 24)
        expect(of(rate.closed)).toBe(plan === 0 && type === 1 && date <= 3)
        expect(of(rate.cutoffDays)).toBe(negotiated && date <= 28 ? 3 : null)
        const isSaturday = new Date(dayOf(day)).getUTCDay() === 6
        const stay = plan === 0 && date <= 14 ? 3 : isSaturday && date <= 28 ? 2 : null
        expect(of(rate.minStayArrival)).toBe(stay)
      }
    }
    // Token, plans, types, and a list of prices a plan; rules come in halves where they are too many.
    expect(paths().filter((path) => path.endsWith('/schedules'))).toHaveLength(plans.length)
  })

  test('of a walk that stopped go on with the next plan', async () => {
    await using harness = await openHarness(opera, { ratePlans: 4, roomTypes: 2 })
    const { ctx, traffic } = recorded(harness)
    const pages = await walk(harness, 'rates', ctx)
    expect(pages).toHaveLength(4)
    traffic.length = 0
    expect(await walk(harness, 'rates', ctx, { cursor: pages[1]?.cursor })).toEqual(pages.slice(2))
    expect(traffic.filter(({ request }) => pathOf(request).endsWith('/schedules'))).toHaveLength(2)
  })

  test('of plans that are sold no more are not asked for', async () => {
    await using harness = await openHarness(opera, { ratePlans: 3, roomTypes: 1 })
    const { ctx } = recorded(harness, (request, response) =>
      pathOf(request).endsWith('/ratePlans') ? endSelling(response) : response,
    )
    expect(await walk(harness, 'rates', ctx)).toEqual([{ items: [], cursor: null }])
  })

  test('whose rules of a single day are not shown whole are an error: what is closed would be sold', async () => {
    await using harness = await openHarness(opera, { ratePlans: 1, roomTypes: 1 })
    const { ctx } = recorded(harness, (request, response) =>
      pathOf(request).endsWith('/restrictions')
        ? {
            ...response,
            status: 200,
            body: JSON.stringify({ restrictionsByDateRange: { restrictionsByDateRange: { hasMore: true } } }),
          }
        : response,
    )
    await expect(walk(harness, 'rates', ctx)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })

  const span = {
    ratePlanCode: 'BAR',
    roomType: 'STD',
    from: '2026-10-20',
    to: '2026-10-22',
    schedules: [],
    restrictions: [],
  }
  const hotel = { id: 'h', externalHotelId: 'H1', timeZone: 'Europe/London', currency: 'GBP' }
  const ctx = { hotel, report: () => {} }
  const rate = (fields: object) => rateRecord.parse(normalizeRate({ ...span, ...fields }, ctx))
  const week = { start: '2026-10-19', end: '2026-10-25' }

  test('of several tiers are those of the lowest; a marked weekday leaves out the others, one marked as not only itself', () => {
    const schedules = [
      { ...week, tierID: 2, rateAmounts: { onePersonRate: 90 } },
      { ...week, tierID: 1, tuesday: true, rateAmounts: { onePersonRate: '80.50' } },
      { ...week, tierID: 1, tuesday: false, wednesday: false, rateAmounts: { onePersonRate: 70, twoPersonRate: 75 } },
    ]
    expect(rate({ schedules }).amounts).toEqual([
      [8_050, 9_000, 7_000],
      [null, null, 7_500],
    ])
  })

  test('that cannot be read are refused, and so are rules', () => {
    const schedules = [{ ...week, rateAmounts: { onePersonRate: 'dear' } }]
    expect(() => rate({ schedules })).toThrow(/onePersonRate/)
    expect(() => rate({ restrictions: [{ ...week, restrictionStatus: 'Closed' }] })).toThrow(/restrictionStatus/)
    expect(() => rate({ schedules: [{ ...week, rateAmounts: { onePersonRate: -1 } }] })).toThrow()
  })
})

test('availability is what is left on each day, overbooked ones too, 90 days at a time', async () => {
  await using harness = await openHarness(opera, { roomTypes: 3 })
  const { ctx, traffic } = recorded(harness)
  const pages = await walk(harness, 'availability', ctx)
  const types = idsOf(harness, 'roomTypes')
  const spans = pages
    .flatMap(({ items }) => items)
    .map((raw): NormalizedAvailability => availabilityRecord.parse(normalizeAvailability(raw, ctx)))
  expect(spans).toHaveLength(5 * 3)
  const seen = new Map<string, number | null>()
  for (const { roomTypeExternalId, from, available } of spans) {
    for (const [i, rooms] of (available ?? []).entries())
      seen.set(`${roomTypeExternalId} ${dayOf(dayNumber(from) + i)}`, rooms)
  }
  expect(seen.size).toBe(3 * 365)
  for (const [key, rooms] of seen) {
    const [type = '', day = ''] = key.split(' ')
    expect(rooms, key).toBe(roomsLeft(types.indexOf(type), dayNumber(day)))
  }
  const asked = traffic.filter(({ request }) => pathOf(request).endsWith('/hotelInventory'))
  expect(queryOf(asked[4]?.request ?? expect.unreachable()).get('dateRangeEnd')).toBe(range.to)
  expect(await walk(harness, 'availability', ctx, { cursor: pages[2]?.cursor })).toEqual(pages.slice(3))
  expect(isWeekend(dayNumber('2026-10-24'))).toBe(true)
})

describe('held against the vendor’s specification', () => {
  let api: ReturnType<typeof loadOpenApi>
  beforeAll(() => {
    api = loadOpenApi(readVendorFile('specs', 'opera-ohip.extract.openapi.json'))
  })
  test.each(['rates', 'availability'] as const)('%s', async (kind) => {
    await using harness = await openHarness(opera, { ratePlans: 2, roomTypes: 2 })
    const { ctx, traffic } = recorded(harness)
    await walk(harness, kind, ctx)
    expect(traffic.length).toBeGreaterThan(4)
    for (const { request, response } of traffic) {
      const headers = Object.fromEntries(
        Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      )
      expect(api.requestProblems({ ...request, headers }), request.url).toEqual([])
      expect(api.answerProblems(request, response), request.url).toEqual([])
    }
  })
})

const idsOf = (harness: Harness, kind: 'ratePlans' | 'roomTypes') =>
  harness.simulator.data
    .items(kind)
    .map((raw) => opera.identify[kind]?.(raw) ?? '')
    .sort()

function endSelling(response: HttpResponse): HttpResponse {
  const { ratePlans } = JSON.parse(response.body)
  const ended = ratePlans.map((plan: object) => ({ ...plan, primaryDetails: { endSellDate: '2026-10-19' } }))
  return { ...response, body: JSON.stringify({ ratePlans: ended }) }
}
