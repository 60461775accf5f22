import { describe, expect, test } from 'vitest'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { byId, collect, idsOf, walk } from '../../../src/providers/testing/walk.ts'
import { oauth, pathOf, queryOf, recorded } from './traffic.ts'

const TOKEN = 'POST /api/v1.3/access_token'

describe('signing in', () => {
  test('with a key, no token is asked for', async () => {
    await using harness = await openHarness(cloudbeds)
    const { ctx, traffic, paths } = recorded(harness)
    await cloudbeds.check(ctx)
    expect(paths()).not.toContain(TOKEN)
    for (const { request } of traffic) {
      expect(request.headers).toMatchObject({
        'x-api-key': harness.simulator.credentials.apiKey,
        'x-property-id': harness.simulator.externalHotelId,
      })
    }
  })

  test('with OAuth, the stored refresh token gives one token for all, and a new one when that ends', async () => {
    await using harness = await openHarness(cloudbeds)
    const { ctx, traffic, paths } = recorded(harness, undefined, oauth(harness))
    await Promise.all([cloudbeds.check(ctx), collect(harness, 'rooms', {}, ctx), collect(harness, 'guests', {}, ctx)])
    const tokens = () => paths().filter((path) => path === TOKEN).length
    expect(tokens()).toBe(1)
    harness.clock.advance(28_800_000)
    await cloudbeds.check(ctx)
    expect(tokens()).toBe(2)
    const request = traffic.map((one) => one.request).find((one) => pathOf(one).endsWith('/access_token'))
    expect(request?.headers?.['content-type']).toBe('application/x-www-form-urlencoded')
    expect(request?.body).toMatch(/^grant_type=refresh_token&client_id=simulator&client_secret=.+&refresh_token=.+$/)
  })

  test.each([400, 401])('a refresh token that is refused with %i is PROVIDER_UNAUTHORIZED', async (status) => {
    await using harness = await openHarness(cloudbeds)
    const refusal = { status, headers: {}, body: '{"error":"server_error"}' }
    const { ctx } = recorded(
      harness,
      (request, response) => (request.method === 'POST' ? refusal : response),
      oauth(harness),
    )
    await expect(cloudbeds.check(ctx)).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' })
  })

  test.each([{}, { clientId: 'a' }, { apiKey: 'k', clientSecret: 's' }])('%o is not enough to connect', (given) => {
    expect(cloudbeds.credentials.safeParse(given).success).toBe(false)
  })
})

describe('a 200 that says no', () => {
  test.each([
    ['Please specify a parameter', false, 'PROVIDER_REJECTED'],
    ['You have no permission to use this method', false, 'PROVIDER_FORBIDDEN'],
    ['Too many requests', 'false', 'PROVIDER_RATE_LIMITED'],
  ])('%s', async (message, success, code) => {
    await using harness = await openHarness(cloudbeds)
    const body = JSON.stringify({ success, message: `${message}, Ines Okafor` })
    const { ctx } = recorded(harness, () => ({ status: 200, headers: {}, body }), { maxWaitMs: 0 })
    const error = await collect(harness, 'bookings', {}, ctx).catch((error: unknown) => error)
    expect(error).toMatchObject({ code, message: expect.not.stringContaining('Okafor') })
  })

  test.each(['{}', '{"message":"Maintenance"}', '{"success":null,"data":[]}', '[]', 'null'])(
    'nothing is taken for an empty list but a plain success: %s',
    async (body) => {
      await using harness = await openHarness(cloudbeds)
      const { ctx } = recorded(harness, () => ({ status: 200, headers: {}, body }))
      for (const kind of harness.kinds) {
        await expect(collect(harness, kind, {}, ctx)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
      }
    },
  )

  test('lists that do not say how long they are, are read to a page with nothing new', async () => {
    await using harness = await openHarness(cloudbeds, { bookings: 230, guests: 230 })
    const { ctx } = recorded(harness, (_, response) => {
      const { total: _total, count: _count, ...rest } = JSON.parse(response.body)
      return { ...response, body: JSON.stringify(rest) }
    })
    for (const kind of harness.kinds) {
      expect(idsOf(harness, kind, await collect(harness, kind, {}, ctx))).toEqual(
        idsOf(harness, kind, harness.simulator.data.items(kind)),
      )
    }
  })

  test.each([
    ['Property not found', 'PROVIDER_REJECTED'],
    ['The key does not exist', 'PROVIDER_REJECTED'],
  ])('a guest is not gone for “%s”', async (message, code) => {
    await using harness = await openHarness(cloudbeds)
    const body = JSON.stringify({ success: false, message })
    const { ctx } = recorded(harness, (request, response) =>
      pathOf(request).endsWith('/getGuest') ? { ...response, body } : response,
    )
    const [id = ''] = idsOf(harness, 'guests', harness.simulator.data.items('guests'))
    await expect(cloudbeds.fetchOne?.guests?.(ctx, id)).rejects.toMatchObject({ code })
  })

  test('never empties a hotel: a walk in the middle ends with an error, not with fewer items', async () => {
    await using harness = await openHarness(cloudbeds, { bookings: 250 })
    const no = { status: 200, headers: {}, body: '{"success":false,"message":"Try later"}' }
    const { ctx } = recorded(harness, (request, response) =>
      queryOf(request).get('pageNumber') === '1' ? response : no,
    )
    await expect(collect(harness, 'bookings', {}, ctx)).rejects.toMatchObject({ code: 'PROVIDER_REJECTED' })
  })
})

test('a deleted booking is the same cancelled booking in a whole walk, among the changes and by id', async () => {
  await using harness = await openHarness(cloudbeds, { bookings: 300 })
  const isDeleted = (raw: unknown) => (raw as { isDeleted: boolean }).isDeleted
  const whole = (await collect(harness, 'bookings')).filter(isDeleted)
  expect(whole.length).toBeGreaterThan(0)
  const changed = await collect(harness, 'bookings', { since: new Date(0) })
  expect(changed.filter(isDeleted)).toEqual(whole)
  const id = cloudbeds.identify.bookings?.(whole[0]) ?? ''
  expect(await cloudbeds.fetchOne?.bookings?.(harness.context(), id)).toEqual(whole[0])
  expect(cloudbeds.normalize.bookings?.(whole[0], harness.context()).status).toBe('CANCELLED')
})

test('another property is PROVIDER_FORBIDDEN, none is asked for', async () => {
  await using harness = await openHarness(cloudbeds)
  const hotel = { id: 'h', timeZone: 'UTC', currency: 'EUR' }
  const elsewhere = harness.context({ hotel: { ...hotel, externalHotelId: '1' } })
  await expect(cloudbeds.check(elsewhere)).rejects.toMatchObject({ code: 'PROVIDER_FORBIDDEN' })
  const nowhere = harness.context({ hotel: { ...hotel, externalHotelId: null } })
  await expect(cloudbeds.check(nowhere)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'externalHotelId' })
})

test('an item by id is the item of the list; a guest without a listed name is not taken for gone', async () => {
  await using harness = await openHarness(cloudbeds, { roomTypes: 9, ratePlans: 9, roomBlocks: 9 })
  for (const kind of harness.kinds) {
    const [id = '', raw] = [...byId(harness, kind, await collect(harness, kind))][7] ?? []
    expect(await cloudbeds.fetchOne?.[kind]?.(harness.context(), id)).toEqual(raw)
    expect(await cloudbeds.fetchOne?.[kind]?.(harness.context(), 'nobody')).toBeNull()
  }
  const { ctx } = recorded(harness, (request, response) =>
    pathOf(request).endsWith('/getGuestList')
      ? { ...response, body: '{"success":true,"data":[],"count":0,"total":0}' }
      : response,
  )
  const [raw] = harness.simulator.data.items('guests')
  const id = cloudbeds.identify.guests?.(raw) ?? ''
  const told = cloudbeds.normalize.guests?.(await cloudbeds.fetchOne?.guests?.(ctx, id), ctx)
  const { firstName, lastName } = cloudbeds.normalize.guests?.(raw, ctx) ?? {}
  expect(told).toMatchObject({ externalId: id, firstName, lastName })
})

test('a guest of whom the vendor tells nothing is neither gone nor overwritten', async () => {
  await using harness = await openHarness(cloudbeds)
  const { ctx } = recorded(harness, (request, response) =>
    pathOf(request).endsWith('/getGuest') || pathOf(request).endsWith('/getGuestList')
      ? { ...response, body: '{"success":true}' }
      : response,
  )
  await expect(cloudbeds.fetchOne?.guests?.(ctx, '88120001')).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})

test('changed bookings are asked for in the vendor’s format', async () => {
  await using harness = await openHarness(cloudbeds)
  const { ctx, traffic } = recorded(harness)
  await collect(harness, 'bookings', { since: new Date('2026-10-19T10:00:00.900Z') }, ctx)
  const [changed] = traffic.map(({ request }) => queryOf(request))
  expect(changed?.get('modifiedFrom')).toBe('2026-10-19 10:00:00')
})

test('a guest without a name is found among the latest changes, not by reading all guests', async () => {
  await using harness = await openHarness(cloudbeds, { guests: 400 })
  const id = harness.simulator.data.edit('guests', 0)
  const { ctx, traffic } = recorded(harness, (request, response) => {
    if (!pathOf(request).endsWith('/getGuest')) return response
    return { ...response, body: '{"success":true,"data":{"firstName":"","lastName":"","isAnonymized":true}}' }
  })
  expect(cloudbeds.identify.guests?.(await cloudbeds.fetchOne?.guests?.(ctx, id))).toBe(id)
  const [, query] = traffic.map(({ request }) => queryOf(request))
  expect(query?.get('sortBy')).toBe('modification')
  expect(query?.get('resultsFrom')).toMatch(/^2026-10-19 08:/)
})

test('documents and tax numbers are dropped before anything keeps them; merged guests are left out', async () => {
  await using harness = await openHarness(cloudbeds, { guests: 3 })
  const papers = { guestDocumentNumber: 'P1234567', companyTaxID: 'P1234567', taxID: 'P1234567' }
  const [first = '', ...others] = idsOf(harness, 'guests', harness.simulator.data.items('guests'))
  const { ctx } = recorded(harness, (request, response) => {
    if (!pathOf(request).endsWith('/getGuestList')) return response
    const { data, ...list } = JSON.parse(response.body)
    const rows = Object.values<{ guestID: string }>(data).map((row) => [
      row.guestID,
      { ...row, ...papers, isMerged: row.guestID === first },
    ])
    return { ...response, body: JSON.stringify({ ...list, data: Object.fromEntries(rows) }) }
  })
  const guests = await collect(harness, 'guests', {}, ctx)
  expect(idsOf(harness, 'guests', guests)).toEqual(others)
  expect(JSON.stringify(guests)).not.toContain('P1234567')
  expect(await cloudbeds.fetchOne?.guests?.(ctx, first)).toBeNull()
})

test('bookings that vanish behind a walk take no others with them', async () => {
  await using harness = await openHarness(cloudbeds, { bookings: 350 })
  const { data } = harness.simulator
  const seen: unknown[] = []
  for await (const { items, cursor } of walk(harness, 'bookings')) {
    seen.push(...items)
    // The newest come first.
    if (cursor !== null) for (let i = 0; i < 30; i++) data.remove('bookings', data.items('bookings').length - 1)
  }
  const ids = new Set(idsOf(harness, 'bookings', seen))
  for (const id of idsOf(harness, 'bookings', data.items('bookings'))) expect(ids).toContain(id)
})

test.each(['', '{', '{"at":"list","reached":"1","seen":[]}', '{"reached":-1,"seen":[]}'])(
  'the cursor %s is PROVIDER_CURSOR_INVALID',
  async (cursor) => {
    await using harness = await openHarness(cloudbeds)
    for (const kind of harness.kinds) {
      await expect(collect(harness, kind, { cursor })).rejects.toMatchObject({ code: 'PROVIDER_CURSOR_INVALID' })
    }
  },
)
