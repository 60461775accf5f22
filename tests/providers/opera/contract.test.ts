import { beforeAll, describe, expect, test } from 'vitest'
import { opera } from '../../../src/providers/opera/index.ts'
import type { ProviderContext, RowKind } from '../../../src/providers/provider.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import { actionsOf, openWriteBench } from '../../../src/providers/testing/write-bench.ts'
import type { HttpRequest } from '../../../src/providers/transport/http.ts'
import { loadOpenApi, type OpenApi } from '../../kit/openapi.ts'
import { hasVendorFile, readVendorFile } from '../../kit/vendor-specs.ts'
import { recorded } from './traffic.ts'

/** The vendor declares date-times and writes them with a blank and without a zone. */
const formats = { 'date-time': /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?$/ }

const since = new Date('2026-10-19T10:00:00Z')
const scenarios: readonly [string, (harness: Harness, ctx: ProviderContext) => Promise<unknown>][] = [
  ['check', (_, ctx) => opera.check(ctx)],
  ['full walk of bookings', (harness, ctx) => collect(harness, 'bookings', {}, ctx)],
  ['changed bookings', (harness, ctx) => collect(harness, 'bookings', { since }, ctx)],
  ['rooms', (harness, ctx) => collect(harness, 'rooms', {}, ctx)],
  ['guests', (harness, ctx) => collect(harness, 'guests', {}, ctx)],
  ['what is sold', (harness, ctx) => collectAll(harness, ['roomTypes', 'ratePlans'], ctx)],
  ['care of rooms', (harness, ctx) => collectAll(harness, ['housekeeping', 'roomBlocks', 'maintenanceRequests'], ctx)],
  ['one of each', oneOfEach],
  ['refusals', refusals],
]

describe('held against the vendor’s specification', () => {
  let api: OpenApi
  beforeAll(() => {
    api = loadOpenApi(readVendorFile('specs', 'opera-ohip.extract.openapi.json'), { formats })
  })

  test.each(scenarios)('%s', async (_, run) => {
    await using harness = await openHarness(opera, { bookings: 230, rooms: 130, guests: 130 })
    for (let i = 0; i < 5; i++) harness.simulator.data.edit('bookings', i)
    const { ctx, traffic } = recorded(harness)
    await run(harness, ctx)
    expect(traffic.length).toBeGreaterThan(2)
    for (const { request, response } of traffic) {
      expect(api.requestProblems(wireOf(request)), `${request.method} ${request.url}`).toEqual([])
      expect(api.answerProblems(request, response), `${request.method} ${request.url}`).toEqual([])
    }
  })

  test.each(actionsOf(opera))('%s, with the sender’s name in what it writes', async (action) => {
    await using bench = await openWriteBench(opera, action)
    const { ctx, traffic } = recorded(bench.harness)
    expect(await bench.send({ ctx })).toEqual({ kind: 'DONE' })
    for (const { request, response } of traffic) {
      expect(api.requestProblems(wireOf(request)), `${request.method} ${request.url}`).toEqual([])
      expect(api.answerProblems(request, response), `${request.method} ${request.url}`).toEqual([])
      const isWritten = request.method !== 'GET' && !request.url.includes('/oauth/')
      expect(wireOf(request).headers['x-externalsystem']).toBe(isWritten ? 'PMSHUB' : undefined)
    }
    expect(traffic.filter(({ request }) => request.once)).toHaveLength(action === 'BOOKING_CHECK_OUT' ? 2 : 1)
  })

  const whole = ['specs', 'opera-ohip.openapi.json']
  test.skipIf(!hasVendorFile(...whole))('one of each, held against the whole specification', async () => {
    await using harness = await openHarness(opera)
    const { ctx, traffic } = recorded(harness)
    await oneOfEach(harness, ctx)
    const { answerProblems } = loadOpenApi(readVendorFile(...whole), { formats })
    const singles = traffic.filter(({ request }) => request.method === 'GET' && !request.url.includes('/searches'))
    for (const { request, response } of singles) expect(answerProblems(request, response), request.url).toEqual([])
  })

  test('would notice a made-up field, parameter, header and operation', () => {
    const url = 'https://gateway.example/rsv/v1/hotels/H/reservations'
    const headers = { 'x-app-key': 'k', 'x-hotelid': 'H' }
    expect(api.requestProblems({ method: 'GET', url, headers })).toEqual([])
    expect(api.requestProblems({ method: 'GET', url: `${url}?modifiedSince=2026-01-01`, headers })).toHaveLength(1)
    expect(api.requestProblems({ method: 'GET', url: `${url}?limit=ten`, headers })).toHaveLength(1)
    expect(api.requestProblems({ method: 'GET', url, headers: { 'x-app-key': 'k' } })).toHaveLength(1)
    expect(api.requestProblems({ method: 'PATCH', url, headers })).toHaveLength(1)
    const body = JSON.stringify({ reservations: { reservationInfo: [{ arrival: '2026-01-01' }] } })
    expect(api.answerProblems({ method: 'GET', url }, { status: 200, body })).toHaveLength(1)
  })
})

async function collectAll(harness: Harness, kinds: readonly RowKind[], ctx: ProviderContext) {
  for (const kind of kinds) expect(await collect(harness, kind, {}, ctx), kind).not.toHaveLength(0)
  // With one for the token.
  expect(harness.simulator.requestCount).toBeGreaterThan(2)
}

const SINGLES = [
  'bookings',
  'rooms',
  'guests',
  'roomTypes',
  'ratePlans',
  'housekeeping',
  'maintenanceRequests',
] as const

async function oneOfEach(harness: Harness, ctx: ProviderContext) {
  for (const kind of SINGLES) {
    const [raw] = harness.simulator.data.items(kind)
    const id = opera.identify[kind]?.(raw) ?? ''
    expect(await opera.fetchOne?.[kind]?.(ctx, id)).toEqual(raw)
    expect(await opera.fetchOne?.[kind]?.(ctx, '999999')).toBeNull()
  }
}

async function refusals(harness: Harness, ctx: ProviderContext) {
  const elsewhere = { ...ctx, hotel: { ...ctx.hotel, externalHotelId: 'OTHER' } }
  await expect(opera.check(elsewhere)).rejects.toMatchObject({ code: 'PROVIDER_FORBIDDEN' })
  const inFuture = { ...ctx, settings: { ...(ctx.settings as object), bookingsFrom: '2099-01-01' } }
  await expect(collect(harness, 'bookings', {}, inFuture)).rejects.toMatchObject({ code: 'PROVIDER_REJECTED' })
}

function wireOf({ headers = {}, ...request }: HttpRequest) {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return { ...request, headers: Object.fromEntries(lower) }
}
