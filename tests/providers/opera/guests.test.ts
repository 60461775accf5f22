import { expect, test } from 'vitest'
import { opera } from '../../../src/providers/opera/index.ts'
import { normalizeBooking } from '../../../src/providers/opera/normalize/booking.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect, idsOf } from '../../../src/providers/testing/walk.ts'
import type { HttpRequest, HttpResponse } from '../../../src/providers/transport/http.ts'
import { pathOf, queryOf, recorded } from './traffic.ts'

test('more than a thousand profiles are read, although the vendor counts no further', async () => {
  await using harness = await openHarness(opera, { bookings: 10, guests: 1_130 })
  expect(idsOf(harness, 'guests', await collect(harness, 'guests'))).toHaveLength(1_130)
})

test('where the search stops at a thousand, the guests of all bookings are read as well', async () => {
  await using harness = await openHarness(opera, { bookings: 400, rooms: 40, guests: 1_130 })
  const { ctx } = recorded(harness, stopAtThousand)
  const seen = new Set(idsOf(harness, 'guests', await collect(harness, 'guests', {}, ctx)))
  const bookings = harness.simulator.data.items('bookings').map((raw) => normalizeBooking(raw, ctx))
  for (const { guestExternalId } of bookings) expect(seen).toContain(guestExternalId)
  expect(seen.size).toBeGreaterThan(1_000)
  expect(seen.size).toBeLessThan(1_130)
})

test.each([
  ['says that there is no more', { hasMore: false }],
  ['says nothing about more', { hasMore: undefined }],
  ['writes its paging as text', { hasMore: 'false', totalResults: '1000' }],
])('a search that stops at a thousand is cut, also where it %s', async (_, said) => {
  await using harness = await openHarness(opera, { bookings: 200, rooms: 40, guests: 1_130 })
  const { ctx } = recorded(harness, (request, response) => {
    const cut = stopAtThousand(request, response)
    if (cut === response) return response
    const { profileSummaries } = JSON.parse(cut.body)
    const hasMore = profileSummaries.profileInfo.length === 100 && Number(queryOf(request).get('offset')) < 890
    const envelope = hasMore ? profileSummaries : { ...profileSummaries, ...said }
    return { ...cut, body: JSON.stringify({ profileSummaries: envelope }) }
  })
  expect((await collect(harness, 'guests', {}, ctx)).length).toBeGreaterThan(1_000)
})

/** As the reservation search does it: whatever lies behind row 1 000 is cut off, though there is more. */
function stopAtThousand(request: HttpRequest, response: HttpResponse): HttpResponse {
  const query = queryOf(request)
  if (pathOf(request) !== '/crm/v1/profiles' || query.has('profileIds') || response.body === '') return response
  const { profileSummaries } = JSON.parse(response.body)
  const profileInfo = profileSummaries.profileInfo.slice(0, Math.max(0, 1_000 - Number(query.get('offset'))))
  return {
    ...response,
    body: JSON.stringify({ profileSummaries: { ...profileSummaries, profileInfo, hasMore: true } }),
  }
}

test('an older release calls the list `profiles`', async () => {
  await using harness = await openHarness(opera, { guests: 3 })
  const { ctx } = recorded(harness, (_, response) => ({
    ...response,
    body: response.body.replace('profileSummaries', 'profiles'),
  }))
  expect(await collect(harness, 'guests', {}, ctx)).toHaveLength(3)
})

test('a profile that the search does not find by id is read alone, in its other shape', async () => {
  await using harness = await openHarness(opera, { guests: 5 })
  const [raw] = harness.simulator.data.items('guests')
  const { ctx } = recorded(harness, (request, response) =>
    pathOf(request) === '/crm/v1/profiles' ? { status: 204, headers: {}, body: '' } : response,
  )
  const single = await opera.fetchOne?.guests?.(ctx, opera.identify.guests?.(raw) ?? '')
  expect(single).toHaveProperty('profileDetails')
  const { metadata: _, totalStays: __, ...record } = opera.normalize.guests?.(raw, ctx) ?? {}
  expect(clean(opera.normalize.guests?.(single, ctx))).toMatchObject(clean(record))
})

/** Missing and null are the same to a record. */
const clean = (record: object | undefined) =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== null && value !== undefined))

test('pseudo rooms are no rooms', async () => {
  await using harness = await openHarness(opera, { rooms: 3 })
  const { ctx } = recorded(harness, (_, response) => ({
    ...response,
    body: response.body.replace(/"(pseudo(Room)?)":false/, '"$1":true'),
  }))
  expect(await collect(harness, 'rooms', {}, ctx)).toHaveLength(2)
  expect(await collect(harness, 'housekeeping', {}, ctx)).toHaveLength(2)
})
