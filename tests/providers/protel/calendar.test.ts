import { describe, expect, test } from 'vitest'
import { protel } from '../../../src/providers/protel/index.ts'
import { normalizeAvailability } from '../../../src/providers/protel/normalize/availability.ts'
import { normalizeRate } from '../../../src/providers/protel/normalize/rate.ts'
import { isPriced, priceOf, roomsLeft, roomTypeCodeOf } from '../../../src/providers/protel/simulator/calendar.ts'
import { webhook } from '../../../src/providers/protel/webhook.ts'
import type { FetchWindow, ProviderContext } from '../../../src/providers/provider.ts'
import { ratePlanCode } from '../../../src/providers/simulator-kit/synced/rate-plan.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { availabilityRecord } from '../../../src/records/availability.ts'
import { dayNumber, dayOf } from '../../../src/records/days.ts'
import { rateRecord } from '../../../src/records/rate.ts'
import { jsonRequest } from './messages.ts'
import { requestsOf } from './traffic.ts'

const range = { from: '2026-10-20', to: '2027-01-19' }
const rate = (raw: unknown) => rateRecord.parse(normalizeRate(raw))
const left = (raw: unknown) => availabilityRecord.parse(normalizeAvailability(raw))

async function walk(harness: Harness, kind: 'rates' | 'availability', ctx: ProviderContext, more: object = {}) {
  const window: FetchWindow = { since: null, until: harness.clock.now(), cursor: null, limit: null, range, ...more }
  const pages = []
  for await (const page of protel.fetch[kind]?.(ctx, window) ?? []) pages.push(page)
  return pages
}

test('prices are what the hotel sells at, by guests, on each day that is told of', async () => {
  await using harness = await openHarness(protel, { ratePlans: 2, roomTypes: 3, currency: 'KWD' })
  const { ctx, requests } = requestsOf(harness)
  const pages = await walk(harness, 'rates', ctx)
  expect(requests).toHaveLength(3)
  const told = new Map<string, readonly (number | null)[]>()
  for (const span of pages.flatMap(({ items }) => items).map(rate)) {
    expect(span.currency).toBe('KWD')
    for (let day = dayNumber(span.from); day <= dayNumber(span.to); day++) {
      const prices = span.amounts?.map((list) => list[day - dayNumber(span.from)] ?? null) ?? []
      told.set(`${span.ratePlanExternalId} ${span.roomTypeExternalId} ${dayOf(day)}`, prices)
    }
  }
  for (let day = dayNumber(range.from); day <= dayNumber(range.to); day++) {
    for (const plan of [0, 1]) {
      for (const type of [0, 1, 2]) {
        const prices = told.get(`${ratePlanCode(plan)} ${roomTypeCodeOf(type)} ${dayOf(day)}`)
        const expected = [1, 2, 3].map((guests) => priceOf(plan, type, day, guests) * 1_000)
        // A day at an end of a span that is not told of is not in it; one within has no price.
        if (isPriced(type, day)) expect(prices).toEqual(expected)
        else expect(prices ?? [null, null, null]).toEqual([null, null, null])
      }
    }
  }
})

test('availability is what is left, overbooked days too; a walk that stopped goes on with the next days', async () => {
  await using harness = await openHarness(protel, { roomTypes: 3 })
  const { ctx } = requestsOf(harness)
  const pages = await walk(harness, 'availability', ctx)
  const spans = pages.flatMap(({ items }) => items).map(left)
  expect(spans).toHaveLength(3 * 3)
  for (const { roomTypeExternalId, from, available } of spans) {
    const type = Number(roomTypeExternalId.slice(1)) - 1
    expect(available).toEqual(available?.map((_, index) => roomsLeft(type, dayNumber(from) + index)))
  }
  expect(await walk(harness, 'availability', ctx, { cursor: pages[0]?.cursor })).toEqual(pages.slice(1))
})

describe('prices', () => {
  const of = (date: string, amountAfterTax: unknown = '100', more: object = {}) => ({
    ...{ date, roomTypeCode: 'DZ', ratePlanCode: 'BAR', numberOfGuests: 1, amountAfterTax, currency: 'HRK' },
    ...more,
  })
  const span = { ratePlanCode: 'BAR', roomTypeCode: 'DZ', currency: 'HRK', from: '2022-12-30' }

  test('of a hotel that joins the euro are two spans, each of its own days', async () => {
    await using harness = await openHarness(protel)
    const rates = [of('2022-12-30'), of('2022-12-31', '110.5'), of('2023-01-01', '15', { currency: 'EUR' })]
    const { ctx } = requestsOf(harness, () => ({ data: { rates } }))
    const days = { range: { from: '2022-12-30', to: '2023-01-02' } }
    const spans = (await walk(harness, 'rates', ctx, days)).flatMap(({ items }) => items)
    expect(spans.map((raw) => protel.identify.rates?.(raw))).toEqual(['BAR/DZ/HRK/2022-12-30', 'BAR/DZ/EUR/2022-12-30'])
    expect(spans.map(rate)).toMatchObject([
      { currency: 'HRK', from: '2022-12-30', to: '2022-12-31', amounts: [[10_000, 11_050]] },
      { currency: 'EUR', from: '2023-01-01', to: '2023-01-01', amounts: [[1_500]] },
    ])
  })

  test.each([
    ['a day twice', [of('2022-12-30'), of('2022-12-30')], /told twice/],
    ['a day that is none', [of('2022-02-30')], /date/],
    ['a price that is none', [of('2022-12-30', 'dear')], /amountAfterTax/],
    ['a negative price', [of('2022-12-30', '-1')], /amounts/],
    ['nobody in the room', [of('2022-12-30', '1', { numberOfGuests: 0 })], /numberOfGuests/],
    ['no days', [], /prices/],
  ])('with %s are refused', (_, prices, message) => {
    expect(() => rate({ ...span, prices })).toThrow(message)
  })

  test('that name no plan are together, refused, and have no identity; the others are left alone', async () => {
    await using harness = await openHarness(protel)
    const rates = [of('2022-12-30'), { ...of('2022-12-30'), ratePlanCode: null }, 'junk']
    const { ctx } = requestsOf(harness, () => ({ data: { rates } }))
    const days = { range: { from: '2022-12-30', to: '2022-12-30' } }
    const items = (await walk(harness, 'rates', ctx, days)).flatMap((page) => page.items)
    expect(items.map((raw) => protel.identify.rates?.(raw))).toEqual(['BAR/DZ/HRK/2022-12-30', null, null])
    for (const raw of items.slice(1)) expect(() => rate(raw)).toThrow()
  })
})

test.each([
  ['rates.changed', 'ratePlan', 'rates'],
  ['inventory.changed', 'roomType', 'availability'],
])('the event %s asks for a sync', (type, kind, expected) => {
  const event = {
    ...{ id: 'evt-1', type, occurredAt: '2026-08-07T08:00:01Z', propertyId: '2691', correlationId: 'c-1' },
    ...{ sourceMessage: 'OTA_HotelRatePlanNotifRQ', entity: { kind, id: 'BAR' } },
  }
  expect(webhook.parse(jsonRequest(event))).toMatchObject([{ subject: { kind: expected, externalId: 'BAR' } }])
  expect(protel.fetchOne?.[expected as 'rates']).toBeUndefined()
})
