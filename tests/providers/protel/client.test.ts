import { expect, test } from 'vitest'
import { protel } from '../../../src/providers/protel/index.ts'
import { limits } from '../../../src/providers/protel/limits.ts'
import { simulateProtel } from '../../../src/providers/protel/simulator/index.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { collect, idsOf, recordOf, walk } from '../../../src/providers/testing/walk.ts'
import { requestsOf } from './traffic.ts'

const stranger = (harness: Harness, externalHotelId: string | null) =>
  harness.context({ hotel: { id: 'h', externalHotelId, timeZone: 'Europe/Berlin', currency: 'EUR' } })

test('an incremental walk asks from a second before, and brings what changed in that very second', async () => {
  await using harness = await openHarness(protel)
  const since = harness.clock.now()
  const edited = harness.simulator.data.edit('bookings', 4)
  const { ctx, requests } = requestsOf(harness)
  expect(idsOf(harness, 'bookings', await collect(harness, 'bookings', { since }, ctx))).toEqual([edited])
  expect(requests[0]?.variables).toMatchObject({
    propertyId: '2691',
    updatedSince: new Date(since.getTime() - 1_000).toISOString(),
    after: null,
  })
})

test.each([
  [null, limits.pageSize],
  [7, 7],
  [10_000, limits.pageSize],
])('with a limit of %s it asks for %s', async (limit, first) => {
  await using harness = await openHarness(protel)
  const { ctx, requests } = requestsOf(harness)
  for await (const _ of walk(harness, 'bookings', { limit }, ctx)) break
  expect(requests[0]?.variables).toMatchObject({ first })
})

test.each(['bookings', 'rooms', 'housekeeping'] as const)(
  'one of %s makes the same record as in the list',
  async (kind) => {
    await using harness = await openHarness(protel, { rooms: limits.pageSize + 5 })
    const raws = await collect(harness, kind)
    for (const raw of [raws.at(0), raws.at(-1)]) {
      const single = await protel.fetchOne?.[kind]?.(harness.context(), protel.identify[kind]?.(raw) ?? '')
      expect(recordOf(harness, kind, single)).toEqual(recordOf(harness, kind, raw))
    }
    expect(await protel.fetchOne?.[kind]?.(harness.context(), 'nobody')).toBeNull()
  },
)

test('a reservation that the connector says it does not know is null', async () => {
  await using harness = await openHarness(protel)
  const body = {
    data: { reservation: null },
    errors: [{ message: '', path: ['reservation'], extensions: { code: 'NOT_FOUND' } }],
  }
  const { ctx } = requestsOf(harness, () => body)
  expect(await protel.fetchOne?.bookings?.(ctx, '1')).toBeNull()
})

test.each([
  [null, 'BAD_USER_INPUT'],
  ['999', 'PROVIDER_FORBIDDEN'],
])('property %s is %s', async (externalHotelId, code) => {
  await using harness = await openHarness(protel)
  const ctx = stranger(harness, externalHotelId)
  await expect(protel.check(ctx)).rejects.toMatchObject({ code })
  await expect(collect(harness, 'rooms', {}, ctx)).rejects.toMatchObject({ code })
})

test('check says what the connected PMS can do', async () => {
  await using harness = await openHarness(protel)
  const { steps } = await protel.check(harness.context())
  expect(steps[1]?.detail).toBe('pAir: reservations yes, room status yes')
})

test('a cursor that the connector does not understand is PROVIDER_CURSOR_INVALID', async () => {
  await using harness = await openHarness(protel)
  await expect(collect(harness, 'bookings', { cursor: 'bogus' })).rejects.toMatchObject({
    code: 'PROVIDER_CURSOR_INVALID',
  })
})

test('a reservation that comes with a hole is refused with its id; the others are as they were', async () => {
  await using harness = await openHarness(protel, { bookings: 5 })
  const path = ['reservations', 'edges', 2, 'node', 'total']
  const { ctx } = requestsOf(harness, (body) => ({
    ...body,
    errors: [{ message: '', path, extensions: { code: 'TIMEOUT' } }],
  }))
  const items = await collect(harness, 'bookings', {}, ctx)
  const refused = items.filter((raw) => {
    try {
      return recordOf(harness, 'bookings', raw) === undefined
    } catch {
      return true
    }
  })
  expect(refused).toEqual([items[2]])
  expect(protel.identify.bookings?.(items[2])).toMatch(/^\d+$/)
})

test.each([
  ['GET', '/graphql', '', 404],
  ['POST', '/other', '{}', 404],
  ['POST', '/graphql', 'no JSON', 400],
  ['POST', '/graphql', '{"query":"query {"}', 400],
])('the simulator answers %s %s %s with %s', async (method, path, body, status) => {
  await using simulator = await simulateProtel({ bookings: 1 })
  const headers = { authorization: `Bearer ${simulator.credentials.accessToken}` }
  const response = await fetch(simulator.url + path, { method, headers, ...(method === 'POST' && { body }) })
  expect(response.status).toBe(status)
})
