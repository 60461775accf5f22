import { beforeAll, describe, expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import { normalizeAvailability } from '../../../src/providers/mews/normalize/availability.ts'
import { normalizeRate } from '../../../src/providers/mews/normalize/rate.ts'
import {
  countsOf,
  EMPTY_UNIT,
  EXTRA_CHILD,
  EXTRA_UNIT,
  priceOf,
  roomsLeft,
  rulesOn,
} from '../../../src/providers/mews/simulator/calendar.ts'
import { indexOf } from '../../../src/providers/mews/simulator/ids.ts'
import type { FetchWindow, ProviderContext } from '../../../src/providers/provider.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { availabilityRecord } from '../../../src/records/availability.ts'
import { dayNumber, dayOf } from '../../../src/records/days.ts'
import { rateRecord } from '../../../src/records/rate.ts'
import { loadOpenApi, type OpenApi } from '../../kit/openapi.ts'
import { hasVendorFile, readVendorFile } from '../../kit/vendor-specs.ts'
import { answer, recorded } from './traffic.ts'

/** Both nights in which Lisbon's clocks change are in it. */
const range = { from: '2026-10-20', to: '2027-10-19' }
const hotel = { id: 'h', externalHotelId: null, timeZone: 'Europe/Berlin', currency: 'EUR' }
const quiet = { hotel, report: () => {} }

async function walk(harness: Harness, kind: 'rates' | 'availability', ctx: ProviderContext, more: object = {}) {
  const window: FetchWindow = { since: null, until: harness.clock.now(), cursor: null, limit: null, range, ...more }
  const pages = []
  for await (const page of mews.fetch[kind]?.(ctx, window) ?? []) pages.push(page)
  return pages
}

const itemsOf = (pages: Awaited<ReturnType<typeof walk>>) => pages.flatMap(({ items }) => items)

describe('rates', () => {
  test('are what the hotel sells at: by persons, on each day, under the strictest of all restrictions', async () => {
    await using harness = await openHarness(mews, { ratePlans: 3, roomTypes: 4, currency: 'KWD' })
    harness.simulator.data.edit('ratePlans', 0)
    const { ctx, operations } = recorded(harness)
    const pages = await walk(harness, 'rates', ctx)
    const rates = itemsOf(pages).map((raw) => rateRecord.parse(normalizeRate(raw, ctx)))
    expect(pages).toHaveLength(3)
    expect(rates).toHaveLength(3 * 4)
    // A year of a rate in one request, in which neither of the hotel's two odd nights is lost.
    expect(operations().filter((name) => name === 'rates/getPricing')).toHaveLength(3)
    const plans = harness.simulator.data.items('ratePlans') as { Id: string; Name: string }[]
    const edited = plans.find(({ Name }) => Name.includes('renamed'))?.Id
    for (const rate of rates) {
      expect(rate).toMatchObject({ ...range, currency: 'KWD' })
      const [plan, type] = [indexOf(rate.ratePlanExternalId), indexOf(rate.roomTypeExternalId)]
      const edits = rate.ratePlanExternalId === edited ? 1 : 0
      const capacity = 2
      expect(rate.amounts?.length).toBeGreaterThanOrEqual(capacity)
      for (let i = 0; i < 365; i++) {
        const day = dayNumber(range.from) + i
        const full = priceOf(plan, edits, type, day)
        const expected = rate.amounts?.map((_, n) =>
          n < capacity ? full + (capacity - n - 1) * EMPTY_UNIT : full + (n + 1 - capacity) * EXTRA_UNIT,
        )
        expect(rate.amounts?.map((list) => list[i])).toEqual(expected?.map((units) => units * 1_000))
        expect(rate.extraChild?.[i]).toBe(EXTRA_CHILD * 1_000)
        const rules = rulesOn(plan, type, day)
        const told = Object.keys(rules).map((field) => [field, rate[field as keyof typeof rules]?.[i]])
        expect({ day: dayOf(day), ...Object.fromEntries(told) }).toEqual({ day: dayOf(day), ...rules })
      }
    }
  })

  test('of a walk that stopped go on with the next rate', async () => {
    await using harness = await openHarness(mews, { ratePlans: 4, roomTypes: 2 })
    const { ctx, calls } = recorded(harness)
    const pages = await walk(harness, 'rates', ctx)
    calls.length = 0
    expect(await walk(harness, 'rates', ctx, { cursor: pages[1]?.cursor })).toEqual(pages.slice(2))
    expect(calls.filter(({ operation }) => operation === 'rates/getPricing')).toHaveLength(2)
  })

  test('of more than 367 days are asked for in pieces', async () => {
    await using harness = await openHarness(mews, { ratePlans: 1, roomTypes: 1 })
    const { ctx } = recorded(harness)
    const long = { range: { from: '2026-10-20', to: '2028-10-18' } }
    const spans = itemsOf(await walk(harness, 'rates', ctx, long)).map((raw) => normalizeRate(raw, ctx))
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      ['2026-10-20', '2027-10-21'],
      ['2027-10-22', '2028-10-18'],
    ])
  })

  test('of a rate that the vendor does not price are one refused item, and the others arrive', async () => {
    await using harness = await openHarness(mews, { ratePlans: 3, roomTypes: 2 })
    const [{ Id = '' } = {}] = harness.simulator.data.items('ratePlans') as { Id: string }[]
    const { ctx } = recorded(harness, (operation, body) =>
      operation === 'rates/getPricing' && body.RateId === Id ? answer({ Message: 'No.' }, 400) : undefined,
    )
    const items = itemsOf(await walk(harness, 'rates', ctx))
    const refused = items.filter((raw) => mews.identify.rates?.(raw)?.startsWith(Id))
    expect(items).toHaveLength(1 + 2 * 2)
    expect(refused).toHaveLength(1)
    expect(() => normalizeRate(refused[0], ctx)).toThrow(/refused the request to rates\/getPricing/)
  })

  const starts = ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', '2026-10-26T23:00:00.000Z']
  const price = (GrossValue: unknown, Currency = 'EUR') => ({ Currency, GrossValue, NetValue: 1 })
  const span = {
    ...{ RateId: 'r', CategoryId: 'c', From: '2026-10-25', Currency: 'EUR', TimeUnitStartsUtc: starts },
    ...{ AmountPrices: [100, '80.50', 0].map((value) => price(value)), Restrictions: [] as object[] },
  }
  const rate = (fields: object = {}) => rateRecord.parse(normalizeRate({ ...span, ...fields }, quiet))

  test('are of the days that begin at these moments, also of the one that has 25 hours', () => {
    expect(rate()).toMatchObject({ from: '2026-10-25', to: '2026-10-27', amounts: [[10_000, 8_050, 0]] })
  })

  test('of a room are one list where nobody more or less changes them, by persons where somebody does', () => {
    const Category = { Capacity: 2, ExtraCapacity: 1 }
    expect(rate({ Category, EmptyUnitAdjustment: 0, ExtraUnitAdjustment: 0 }).amounts).toHaveLength(1)
    expect(rate({ Category, EmptyUnitAdjustment: 5, ExtraUnitAdjustment: 12.5 }).amounts).toEqual([
      [10_500, 8_550, 500],
      [10_000, 8_050, 0],
      [11_250, 9_300, 1_250],
    ])
  })

  test.each([
    ['with fewer prices than days', { AmountPrices: [price(1), price(2)] }, /for each of the 3 days/],
    ['with a day twice', { TimeUnitStartsUtc: [starts[0], starts[0], starts[1]] }, /one day after the other/],
    ['with a day left out', { TimeUnitStartsUtc: [starts[0], starts[2]] }, /one day after the other/],
    ['with a price that is none', { AmountPrices: [price('dear'), price(1), price(1)] }, /GrossValue/],
    ['in two currencies', { AmountPrices: [price(1), price(1), price(1, 'HRK')] }, /must all be in EUR/],
    ['below nothing', { AmountPrices: [price(-1), price(1), price(1)] }, /amounts/],
    ['under a restriction that cannot be read', { Restrictions: [{ Conditions: {} }] }, /Type/],
    [
      'under a length of stay that is none',
      { Restrictions: [{ Conditions: { Type: 'Stay' }, Exceptions: { MinLength: 'long' } }] },
      /duration/,
    ],
  ])('%s are refused', (_, fields, message) => {
    expect(() => rate(fields)).toThrow(message)
  })

  test.each([
    [{ Type: 'Stay' }, {}, { closed: [true, true, true] }],
    [{ Type: 'Start', EndUtc: '2026-10-25T23:00:00Z' }, null, { closedToArrival: [true, true, false] }],
    [{ Type: 'End', StartUtc: '2026-10-26T00:00:00Z' }, {}, { closedToDeparture: [false, true, true] }],
    [{ Type: 'Stay', Days: ['Monday'] }, { MaxLength: 'P0M2DT12H0M0S' }, { maxStay: [null, 2, null] }],
    [
      { Type: 'Start' },
      { MinLength: 'P1M', MinAdvance: 'PT6H' },
      { minStayArrival: [31, 31, 31], cutoffDays: [1, 1, 1] },
    ],
    [{ Type: 'Stay' }, { MinPrice: { Currency: 'EUR', Value: 50 } }, { closed: [false, false, false] }],
    [{ Type: 'Stay' }, { MinReservationCount: 3 }, { closed: [false, false, false] }],
  ])('under %j but for %j are for sale as %j', (Conditions, Exceptions, expected) => {
    expect(rate({ Restrictions: [{ Conditions, Exceptions }] })).toMatchObject(expected)
  })
})

describe('availability', () => {
  test('is what is left of each category on each of the days, overbooked ones too', async () => {
    await using harness = await openHarness(mews, { roomTypes: 3 })
    const { ctx, operations } = recorded(harness)
    const items = itemsOf(await walk(harness, 'availability', ctx))
    const spans = items.map((raw) => availabilityRecord.parse(normalizeAvailability(raw, ctx)))
    expect(spans).toHaveLength(3)
    expect(operations().filter((name) => name.startsWith('services/getAvailability'))).toHaveLength(1)
    for (const { roomTypeExternalId, from, to, available, physical, sold, outOfOrder } of spans) {
      expect({ from, to }).toEqual(range)
      const days = Array.from({ length: 365 }, (_, i) => dayNumber(range.from) + i)
      const counts = days.map((day) => countsOf(indexOf(roomTypeExternalId), day))
      expect(available).toEqual(days.map((day) => roomsLeft(indexOf(roomTypeExternalId), day)))
      expect(physical).toEqual(counts.map(({ ActiveResources }) => ActiveResources))
      expect(outOfOrder).toEqual(counts.map(({ OutOfOrderBlocks }) => OutOfOrderBlocks))
      expect(sold).toEqual(counts.map(({ Occupied }) => Occupied))
    }
    expect(spans.some(({ available }) => available?.some((rooms) => (rooms ?? 0) < 0))).toBe(true)
  })

  test('with columns of unequal length is refused', () => {
    const TimeUnitStartsUtc = ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']
    const left = (Metrics: object) =>
      normalizeAvailability({ CategoryId: 'c', From: '2026-10-25', TimeUnitStartsUtc, Metrics }, quiet).available
    expect(left({ UsableResources: [8, 8], Occupied: [9, 1], PublicAvailabilityAdjustment: [0, -2] })).toEqual([-1, 5])
    expect(left({ Occupied: [9, 1] })).toEqual([null, null])
    expect(() => left({ UsableResources: [8, 8], Occupied: [9] })).toThrow(/Metrics.Occupied has 1 values for 2 days/)
  })

  test('of services that are sold by the hour is not asked for', async () => {
    await using harness = await openHarness(mews)
    const { ctx, operations } = recorded(harness, (operation) => {
      if (operation !== 'services/getAll') return undefined
      const Data = { Discriminator: 'Bookable', Value: { TimeUnitPeriod: 'Hour' } }
      return answer({ Services: [{ Id: '00000000-0000-4000-8000-000000000003', EnterpriseId: 'e', Data }] })
    })
    expect(itemsOf(await walk(harness, 'availability', ctx))).toEqual([])
    expect(itemsOf(await walk(harness, 'rates', ctx))).toEqual([])
    expect(operations().filter((name) => /Availability|Pricing/.test(name))).toEqual([])
  })
})

const isHere = hasVendorFile('specs', 'mews')
if (!isHere) test.skip('the vendor’s specification is absent: nothing is held against it')

describe.skipIf(!isHere)('held against the vendor’s specification and samples', () => {
  let api: OpenApi
  beforeAll(() => {
    const formats = { currency: /^[A-Z]{3}$/, tel: /./ }
    api = loadOpenApi(readVendorFile('specs', 'mews', 'connector-api.trimmed.openapi.json'), { formats })
  })

  test.each(['rates', 'availability'] as const)('%s', async (kind) => {
    await using harness = await openHarness(mews, { ratePlans: 2, roomTypes: 2 })
    const { ctx, calls } = recorded(harness)
    await walk(harness, kind, ctx)
    expect(calls.length).toBeGreaterThan(2)
    for (const { request, response } of calls) {
      expect(api.requestProblems({ headers: {}, ...request }), request.url).toEqual([])
      expect(api.answerProblems(request, response), request.url).toEqual([])
    }
  })

  const sampleOf = (name: string): Record<string, never> =>
    readVendorFile('samples', 'mews', 'operations', `${name}.response.json`)

  test('the sample of prices', () => {
    const { CategoryPrices, ...told } = sampleOf('rates.getPricing')
    const { Restrictions } = sampleOf('restrictions.getAll')
    const raw = { RateId: 'r', From: '2022-01-02', ...told, ...Object(CategoryPrices?.[0]), Restrictions }
    expect(rateRecord.parse(normalizeRate(raw, quiet))).toMatchObject({
      ...{ from: '2022-01-02', to: '2022-01-04', currency: 'EUR', amounts: [[10_000, 10_000, 10_000]] },
      closed: [false, false, false],
    })
  })

  test('the sample of availability', () => {
    const { TimeUnitStartsUtc, ResourceCategoryAvailabilities } = sampleOf('services.getAvailability.2024-01-22')
    const [{ ResourceCategoryId: CategoryId, Metrics }] = ResourceCategoryAvailabilities as unknown as [
      { ResourceCategoryId: string; Metrics: object },
    ]
    const raw = { CategoryId, From: '2024-02-01', TimeUnitStartsUtc, Metrics }
    expect(availabilityRecord.parse(normalizeAvailability(raw, quiet))).toMatchObject({
      ...{ from: '2024-02-01', to: '2024-02-05', physical: [8, 8, 8, 8, 8], outOfOrder: [0, 1, 0, 0, 1] },
      ...{ sold: [7, 5, 4, 3, 4], available: [8, 8, 7, 8, 8] },
    })
  })
})
