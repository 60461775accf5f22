import { describe, expect, test } from 'vitest'
import { opera } from '../../../src/providers/opera/index.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { assertComplete, collect, idsOf, walk } from '../../../src/providers/testing/walk.ts'
import type { HttpRequest, HttpResponse } from '../../../src/providers/transport/http.ts'
import { pathOf, queryOf, recorded } from './traffic.ts'

const isSearch = (request: HttpRequest) => pathOf(request).endsWith('/reservations')
const isSummary = (request: HttpRequest) => pathOf(request).includes('/dailySummary')
const HOUR_MS = 3_600_000

describe('all bookings', () => {
  test.each([
    ['many arrivals a day', { bookings: 2_600, rooms: 260 }],
    ['more arrivals on one day than the search shows', { bookings: 2_400, rooms: 2_400 }],
  ])('are read in slices that the search shows whole: %s', async (_, hotel) => {
    await using harness = await openHarness(opera, { ...hotel, guests: 10 })
    const { ctx, traffic } = recorded(harness)
    assertComplete(harness, 'bookings', await collect(harness, 'bookings', {}, ctx))
    const searches = traffic.filter(({ request }) => isSearch(request)).map(({ request }) => queryOf(request))
    expect(searches.every((query) => Number(query.get('offset')) < 1_000)).toBe(true)
    expect(searches.some((query) => query.has('departureStartDate'))).toBe(hotel.rooms > 2_000)
  })

  test('are read whole where the vendor counts nothing', async () => {
    await using harness = await openHarness(opera, { bookings: 1_500, rooms: 150, guests: 10 })
    const { ctx } = recorded(harness, (request, response) => (isSearch(request) ? without(SIGNS, response) : response))
    const items = await collect(harness, 'bookings', {}, ctx)
    expect(idsOf(harness, 'bookings', items)).toEqual(
      idsOf(harness, 'bookings', harness.simulator.data.items('bookings')),
    )
  })

  test('that arrive and leave together in more numbers than the search shows are an error, not a loss', async () => {
    await using harness = await openHarness(opera, { bookings: 30 })
    const rows = (offset: number) => Array.from({ length: 100 }, (_, i) => rowOf(`${offset + i}`))
    const { ctx } = recorded(harness, (request, response) => {
      if (!isSearch(request)) return response
      const reservationInfo = rows(Number(queryOf(request).get('offset')))
      return answer({ reservations: { reservationInfo, hasMore: true, totalResults: 1_000 } })
    })
    const walked = collect(harness, 'bookings', {}, ctx)
    await expect(walked).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', retryable: false })
  })

  test('end with those that were changed meanwhile', async () => {
    await using harness = await openHarness(opera, { bookings: 150 })
    let edited: string | undefined
    const { ctx } = recorded(harness, (request, response) => {
      if (isSearch(request) && response.status === 200) edited ??= harness.simulator.data.edit('bookings', 0)
      return response
    })
    const items = await collect(harness, 'bookings', {}, ctx)
    expect(opera.identify.bookings?.(items.at(-1))).toBe(edited)
    const current = harness.simulator.data.items('bookings').find((raw) => opera.identify.bookings?.(raw) === edited)
    expect(items.at(-1)).toEqual(current)
  })
})

test('a gateway before release 26.2 knows no searches: it is asked once, and its lists from then on', async () => {
  await using harness = await openHarness(opera, { bookings: 30, guests: 5 })
  const isNew = ({ url }: HttpRequest) => new URL(url).pathname.endsWith('/searches')
  const { ctx, traffic } = recorded(harness, (request, response) =>
    isNew(request) ? { status: 405, headers: {}, body: '' } : response,
  )
  assertComplete(harness, 'bookings', await collect(harness, 'bookings', {}, ctx))
  expect(await collect(harness, 'guests', {}, ctx)).toHaveLength(5)
  expect(traffic.filter(({ request }) => isNew(request))).toHaveLength(1)
  expect(traffic.filter(({ request }) => isSearch(request) && request.method === 'GET').length).toBeGreaterThan(0)
})

test('pages are as large as the limit allows, within what the vendor gives', async () => {
  await using harness = await openHarness(opera, { bookings: 150 })
  const sizeOf = async (limit: number) => (await walk(harness, 'bookings', { limit }).next()).value.items.length
  expect([await sizeOf(1), await sizeOf(50), await sizeOf(10_000)]).toEqual([20, 50, 100])
})

describe('changed bookings', () => {
  const editedHotel = async () => {
    const harness = await openHarness(opera, { bookings: 150 })
    harness.clock.advance(20 * HOUR_MS)
    const since = harness.clock.now()
    const edited = Array.from({ length: 120 }, () => harness.simulator.data.edit('bookings', 0)).sort()
    return { harness, since, edited }
  }

  test('are asked from the daily summary, waited for, read once, and then read by id', async () => {
    const { harness, since, edited } = await editedHotel()
    await using _ = harness
    const { ctx, traffic, paths } = recorded(harness)
    expect(idsOf(harness, 'bookings', await collect(harness, 'bookings', { since }, ctx))).toEqual(edited)
    const jobs = traffic.filter(({ request }) => isSummary(request))
    const methods = Map.groupBy(jobs, ({ request }) => request.method)
    expect(methods.get('POST')).toHaveLength(8)
    expect(methods.get('GET')?.every(({ response }) => response.status === 200)).toBe(true)
    expect(methods.get('GET')).toHaveLength(8)
    expect(methods.get('HEAD')?.map(({ response }) => response.status)).toContain(200)
    expect(harness.waits.filter(({ reason }) => reason === 'PENDING').length).toBeGreaterThan(0)
    expect(paths().filter((path) => path.endsWith('/reservations'))).toHaveLength(3)
  })

  test.each([
    ['as long as it says', { 'retry-after': '90' }, 90],
    ['as long as it may be kept', { 'cache-control': 'private, max-age=75' }, 75],
    ['a minute when it does not say', {}, 60],
  ])('wait for one summary after the other, %s', async (_, headers, seconds) => {
    const { harness, since } = await editedHotel()
    await using __ = harness
    let looks = 0
    const { ctx, traffic } = recorded(harness, (request, response) => {
      if (!isSummary(request) || request.method === 'GET') return response
      const { location = '' } = response.headers
      if (request.method === 'POST') return { ...response, headers: { location, ...headers } }
      return looks++ % 2 === 0 ? { ...response, status: 200, headers: { status: 'Processing', ...headers } } : response
    })
    const startedAt = harness.clock.now().getTime()
    await collect(harness, 'bookings', { since }, ctx)
    const methods = traffic.filter(({ request }) => isSummary(request)).map(({ request }) => request.method)
    expect(methods).toEqual(Array.from({ length: 8 }, () => ['POST', 'HEAD', 'HEAD', 'GET']).flat())
    const waitedS = (harness.clock.now().getTime() - startedAt) / 1_000
    expect(Math.round(waitedS / 8)).toBe(2 * seconds)
  })

  test('are waited for also when a summary takes longer than five minutes', async () => {
    const { harness, since, edited } = await editedHotel()
    await using _ = harness
    let looks = 0
    const { ctx } = recorded(harness, (request, response) =>
      request.method === 'HEAD' && looks++ < 30
        ? { ...response, status: 200, headers: { status: 'Processing', 'retry-after': '60' } }
        : response,
    )
    expect(idsOf(harness, 'bookings', await collect(harness, 'bookings', { since }, ctx))).toEqual(edited)
    expect(harness.logged.join()).not.toContain('No daily summary')
  })

  test('can be resumed by another run without asking for a summary again, whenever it was stopped', async () => {
    const { harness, since, edited } = await editedHotel()
    await using _ = harness
    const until = harness.clock.now()
    const { ctx, traffic } = recorded(harness)
    const items: unknown[] = []
    // Each page by a walk of its own, as if the process had died after every one.
    for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
      const { value: page } = await walk(harness, 'bookings', { since, until, cursor }, ctx).next()
      items.push(...page.items)
      cursor = page.cursor
      harness.wait(page.waitMs ?? 0)
    }
    expect(idsOf(harness, 'bookings', items)).toEqual(edited)
    const methods = Map.groupBy(
      traffic.filter(({ request }) => isSummary(request)),
      ({ request }) => request.method,
    )
    expect([methods.get('POST')?.length, methods.get('GET')?.length]).toEqual([8, 8])
    expect(harness.logged.join()).not.toContain('No daily summary')
  })

  test('are looked for by their stays where the hotel has no external system', async () => {
    const { harness, since, edited } = await editedHotel()
    await using _ = harness
    const { ctx, paths } = recorded(harness, undefined, { externalSystem: '' })
    const ids = idsOf(harness, 'bookings', await collect(harness, 'bookings', { since }, ctx))
    expect(ids).toEqual(expect.arrayContaining(edited))
    expect(paths().filter((path) => path.includes('dailySummary'))).toEqual([])
  })

  const invalid = { type: 'Bad Request', title: 'ORA-20001: ...', status: 'NotProcessed', detail: 'ORA-20001: ...' }
  const refusals: [string, (request: HttpRequest, response: HttpResponse) => HttpResponse][] = [
    ['is not allowed', (request, response) => (request.method === 'POST' ? answer('', 403) : response)],
    ['is gone', (request, response) => (request.method === 'HEAD' ? answer('', 404) : response)],
    [
      'is created with the status INVALID REQUEST',
      (request, response) =>
        request.method === 'HEAD' && response.status === 201
          ? { ...response, headers: { ...response.headers, status: 'INVALID REQUEST' } }
          : response,
    ],
    [
      'answers 200 with the status Invalid',
      (request, response) =>
        request.method === 'HEAD' ? { ...response, status: 200, headers: { status: 'Invalid' } } : response,
    ],
    ['turns out to be an error', (request, response) => (request.method === 'GET' ? answer(invalid) : response)],
    ['is an error', (request, response) => (request.method === 'GET' ? answer(invalid, 400) : response)],
    ['says nowhere where it will be', (_, response) => ({ ...response, headers: {} })],
  ]
  test.each(refusals)('are looked for by their stays when the summary %s', async (_, twist) => {
    const { harness, since, edited } = await editedHotel()
    await using __ = harness
    const { ctx } = recorded(harness, (request, response) => (isSummary(request) ? twist(request, response) : response))
    const ids = idsOf(harness, 'bookings', await collect(harness, 'bookings', { since }, ctx))
    expect(ids).toEqual(expect.arrayContaining(edited))
    expect(harness.logged.join()).toContain('No daily summary')
  })

  test('an answer cannot send the token to another host', async () => {
    const { harness, since } = await editedHotel()
    await using _ = harness
    const { ctx, traffic } = recorded(harness, (_, response) => {
      const { location } = response.headers
      return location === undefined
        ? response
        : { ...response, headers: { location: `https://evil.example${location}` } }
    })
    await collect(harness, 'bookings', { since }, ctx)
    expect(traffic.every(({ request }) => request.url.startsWith(harness.simulator.url))).toBe(true)
  })

  test('after more than a month everything is read', async () => {
    await using harness = await openHarness(opera, { bookings: 30 })
    const since = new Date(harness.clock.now().getTime() - 32 * 24 * HOUR_MS)
    assertComplete(harness, 'bookings', await collect(harness, 'bookings', { since }))
  })
})

test('a booking that the search does not find by id is read alone, in its other shape', async () => {
  await using harness = await openHarness(opera, { bookings: 30 })
  const [raw] = harness.simulator.data.items('bookings')
  const id = opera.identify.bookings?.(raw) ?? ''
  const { ctx } = recorded(harness, (request, response) => (isSearch(request) ? answer('', 204) : response))
  const single = await opera.fetchOne?.bookings?.(ctx, id)
  expect(single).toHaveProperty('reservationGuests')
  const { metadata: _, notes: __, guestEmail: ___, ...record } = opera.normalize.bookings?.(raw, ctx) ?? {}
  expect(opera.normalize.bookings?.(single, ctx)).toMatchObject(record)
})

describe('an odd booking that the vendor refuses to show decides over no other:', () => {
  const refused = () => answer({ 'o:errorCode': 'RES00010' }, 400)
  const isOdd = (request: HttpRequest, id: string) =>
    pathOf(request).endsWith(`/reservations/${id}`) || queryOf(request).getAll('reservationIdList').includes(id)

  test('in a walk it is kept as a failure of its own', async () => {
    await using harness = await openHarness(opera, { bookings: 150 })
    harness.clock.advance(20 * HOUR_MS)
    const since = harness.clock.now()
    const edited = Array.from({ length: 8 }, (_, index) => harness.simulator.data.edit('bookings', index))
    const [odd = ''] = edited
    const { ctx } = recorded(harness, (request, response) => (isOdd(request, odd) ? refused() : response))
    const items = await collect(harness, 'bookings', { since }, ctx)
    expect(idsOf(harness, 'bookings', items)).toEqual(edited.toSorted())
    const shown = items.filter((raw) => opera.identify.bookings?.(raw) !== odd)
    for (const raw of shown) expect(opera.normalize.bookings?.(raw, ctx)).toMatchObject({ adults: expect.any(Number) })
    const [raw] = items.filter((item) => opera.identify.bookings?.(item) === odd)
    expect(() => opera.normalize.bookings?.(raw, ctx)).toThrow(expect.objectContaining({ code: 'PROVIDER_REJECTED' }))
  })

  test('among many it is left out, alone it is the error', async () => {
    await using harness = await openHarness(opera, { bookings: 5 })
    const ids = harness.simulator.data.items('bookings').map((raw) => opera.identify.bookings?.(raw) ?? '')
    const [odd = '', ...others] = ids
    const { ctx } = recorded(harness, (request, response) => (isOdd(request, odd) ? refused() : response))
    const many = (await opera.fetchMany?.bookings?.(ctx, ids)) ?? []
    expect(idsOf(harness, 'bookings', [...many])).toEqual(others.toSorted())
    await expect(opera.fetchOne?.bookings?.(ctx, odd)).rejects.toMatchObject({ code: 'PROVIDER_REJECTED' })
  })

  test('where the vendor shows none at all, that is said', async () => {
    await using harness = await openHarness(opera, { bookings: 150 })
    harness.clock.advance(20 * HOUR_MS)
    const since = harness.clock.now()
    for (let index = 0; index < 3; index += 1) harness.simulator.data.edit('bookings', index)
    const isByName = (request: HttpRequest) =>
      !isSummary(request) &&
      (/\/reservations\/[^/]+$/.test(pathOf(request)) || queryOf(request).has('reservationIdList'))
    const { ctx } = recorded(harness, (request, response) => (isByName(request) ? answer({}, 403) : response))
    await expect(collect(harness, 'bookings', { since }, ctx)).rejects.toMatchObject({ code: 'PROVIDER_FORBIDDEN' })
  })
})

test('a cursor that is none is PROVIDER_CURSOR_INVALID', async () => {
  await using harness = await openHarness(opera)
  for (const cursor of ['bogus', '{}', '{"at":"ids"}', '{"at":"sweep","slices":[1],"offset":0,"seen":[]}']) {
    const walked = collect(harness, 'bookings', { cursor })
    await expect(walked).rejects.toMatchObject({ code: 'PROVIDER_CURSOR_INVALID', retryable: false })
  }
})

const SIGNS = ['hasMore', 'totalResults', 'totalPages', 'count', 'offset']

function without(signs: readonly string[], response: HttpResponse): HttpResponse {
  if (response.body === '') return response
  const { reservations } = JSON.parse(response.body)
  const kept = Object.entries(reservations).filter(([name]) => !signs.includes(name))
  return { ...response, body: JSON.stringify({ reservations: Object.fromEntries(kept) }) }
}

const answer = (body: unknown, status = 200): HttpResponse => ({
  status,
  headers: {},
  body: body === '' ? '' : JSON.stringify(body),
})

const rowOf = (id: string) => ({ reservationIdList: [{ id, type: 'Reservation' }] })
