import { expect, test } from 'vitest'
import { mock } from '../../../src/providers/mock/index.ts'
import { simulateMock } from '../../../src/providers/mock/simulator/index.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect, idsOf, walk } from '../../../src/providers/testing/walk.ts'

test('a cursor that the vendor does not understand is PROVIDER_CURSOR_INVALID', async () => {
  await using harness = await openHarness(mock)
  const walked = collect(harness, 'bookings', { cursor: 'bogus' })
  await expect(walked).rejects.toMatchObject({ code: 'PROVIDER_CURSOR_INVALID', retryable: false })
})

test('pages are as large as the settings and the limit allow', async () => {
  await using harness = await openHarness(mock)
  const sizeOf = async (pageSize: number, limit: number | null) => {
    const ctx = harness.context({ settings: { ...harness.simulator.settings, pageSize } })
    for await (const { items, total } of walk(harness, 'bookings', { limit }, ctx)) return [items.length, total]
  }
  expect(await sizeOf(7, null)).toEqual([7, 60])
  expect(await sizeOf(7, 5)).toEqual([5, 60])
  expect(await sizeOf(500, 10_000)).toEqual([60, 60])
})

test('an incremental walk brings what changed in its window, both ends included, and nothing else', async () => {
  await using harness = await openHarness(mock)
  const { data } = harness.simulator
  const since = harness.clock.now()
  const edited = data.edit('bookings', 4)
  const until = harness.clock.now()
  data.edit('bookings', 4)
  const window = { since, until }
  expect(idsOf(harness, 'bookings', await collect(harness, 'bookings', window))).toEqual([edited])
  const changedAt = new Date(since.getTime() + 1)
  expect(await collect(harness, 'bookings', { since: changedAt, until: changedAt })).toHaveLength(1)
})

test('the simulator keeps what it was asked', async () => {
  await using simulator = await simulateMock({ bookings: 1 })
  const headers = { authorization: `Bearer ${simulator.credentials.apiKey}` }
  await fetch(`${simulator.url}/v1/bookings?limit=1`, { headers })
  expect(simulator.requests).toMatchObject([{ method: 'GET', path: '/v1/bookings', headers }])
  expect(simulator.requestCount).toBe(1)
})

test.each([
  ['/v1/bookings', 'Bearer wrong', 401],
  ['/v1/nothing', undefined, 404],
  ['/v1/bookings?limit=0', undefined, 400],
  ['/v1/bookings?limit=501', undefined, 400],
  ['/v1/bookings?updated_since=yesterday', undefined, 400],
])('the simulator answers %s with %s', async (path, authorization, status) => {
  await using simulator = await simulateMock({ bookings: 1 })
  const headers = { authorization: authorization ?? `Bearer ${simulator.credentials.apiKey}` }
  expect((await fetch(simulator.url + path, { headers })).status).toBe(status)
})

test('the simulator holds callers to its limit', async () => {
  const clock = { now: () => new Date('2026-10-20T10:00:00Z') }
  await using simulator = await simulateMock({ bookings: 1, clock })
  const ask = () => fetch(`${simulator.url}/v1/property`, { headers: { authorization: 'Bearer x' } })
  for (let i = 0; i < mock.limits.rate.requests; i++) expect((await ask()).status).toBe(401)
  const refused = await ask()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2'])
})
