import { describe, expect, test } from 'vitest'
import { calendarRequests, saidOf } from '../../src/calendar/requests.ts'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import { openHarness } from '../../src/providers/testing/harness.ts'
import { SPAN_KINDS } from '../../src/records/entity-type.ts'

const PLANS = 4
const RANGE = { from: '2026-10-20', to: '2027-10-19' }
const withCalendars = listProviderAdapters().filter(({ fetch }) => fetch.rates !== undefined)

describe.each(withCalendars.map((adapter) => [adapter.key, adapter] as const))('%s', (_, adapter) => {
  test.each(SPAN_KINDS)('says how many requests a walk through a year of %s takes', async (kind) => {
    await using harness = await openHarness(adapter, { ratePlans: PLANS, roomTypes: 3 })
    const ctx = harness.context()
    const window = { since: null, until: harness.clock.now(), cursor: null, limit: null, range: RANGE }
    const walk = async () => {
      const before = harness.simulator.requestCount
      for await (const _ of adapter.fetch[kind]?.(ctx, window) ?? []);
      return harness.simulator.requestCount - before
    }
    // A token that lives for an hour is not of each walk.
    await walk()
    const [said, asked] = [adapter.limits.calendarRequests?.[kind](365, PLANS) ?? 0, await walk()]
    // How many rules a hotel has, and so how often they are asked for, differs.
    expect(said).toBeGreaterThanOrEqual(asked)
    expect(said).toBeLessThanOrEqual(asked + 1)
  })
})

test('a day has as many walks as their schedules, each of the days that its slice is about', () => {
  const costs = { rates: (days: number, plans: number) => days * plans, availability: (days: number) => days }
  const limits = { rate: { requests: 100, perMs: 1_000 }, pageSize: 1, overlapMs: 0, webhookLossHorizonMs: null }
  const asked = calendarRequests({ ...limits, calendarRequests: costs }, 2) ?? expect.unreachable()
  expect(asked.bySlice).toEqual([
    { type: 'RATE', slice: 'NEAR', aDay: 24 * 365 * 2 },
    { type: 'RATE', slice: 'FAR', aDay: 365 * 2 },
    { type: 'AVAILABILITY', slice: 'NEAR', aDay: 96 * 365 },
    { type: 'AVAILABILITY', slice: 'FAR', aDay: 365 },
  ])
  expect(saidOf(asked)).toBe(`${(53_655).toLocaleString('en')} a day (0.62 % of what it allows)`)
  expect(calendarRequests(limits)).toBeNull()
})
