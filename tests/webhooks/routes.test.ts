import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../../src/platform/secret.ts'
import { signWebhook } from '../../src/platform/standard-webhooks.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import type { RotatedKeys } from '../../src/webhooks/endpoints/keys.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { insertHotel } from '../kit/test-hotel.ts'

/** `npm test` tries as many; the slow suite a hundred thousand. */
const FUZZED_BODIES = Number(process.env.FUZZED_BODIES ?? 2_000)

let api: TestApi
let vendor: Simulator
beforeAll(async () => {
  const byProvider = { MOCK: new Secret('operator-token') }
  api = await startApi({ services: { webhookTokens: { byProvider, shared: new Secret('shared-token') } } })
  vendor = await mock.simulate({ bookings: 20, rooms: 5, guests: 5 })
  for (const adapter of listProviderAdapters()) api.adapters.set(adapter.key, adapter)
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

async function addEndpoint(
  provider = 'mock',
  account: Simulator = vendor,
): Promise<RotatedKeys & { hotelId: string; url: string }> {
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(api.database, hotelId, provider, account)
  const keys = await api.inbox.rotateKeys({ hotelId, provider, actor: 'tester' })
  await api.database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL WHERE configuration_id = $1', [
    keys.configuration.id,
  ])
  return { ...keys, hotelId, url: `${api.url}/api/pms/${provider}/webhooks/${keys.key}` }
}

const message = (id = 'B-1') =>
  JSON.stringify({ type: 'booking.updated', timestamp: new Date().toISOString(), data: { id } })

const post = (url: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })

const signed = (secret: string, body: string, timestamp = new Date()) =>
  signWebhook([secret], { id: randomUUID(), timestamp, body })

async function errorOf(response: Response) {
  const { errors } = (await response.json()) as { errors: { message: string; extensions: Record<string, string> }[] }
  return errors.map(
    ({ message, extensions: { requestId: _, ...extensions } }): Record<string, string> => ({
      message,
      ...extensions,
    }),
  )
}

describe('the webhook route', () => {
  test('stores a signed message and has it processed', async () => {
    const { url, secret, hotelId, configuration } = await addEndpoint()
    const body = message()
    const response = await post(url, body, signed(secret, body))
    expect([response.status, await response.json()]).toEqual([200, { received: true }])
    await api.inbox.drain(configuration.id)
    const rows = await api.database.query('SELECT external_id FROM pms_booking WHERE hotel_id = $1', [hotelId])
    expect(rows).toEqual([{ external_id: 'B-1' }])
  })

  test('takes what the simulator sends', async () => {
    await using simulator = await mock.simulate({ bookings: 3 })
    const { url, secret, hotelId } = await addEndpoint()
    simulator.subscribe?.({ url, secret })
    simulator.data.edit('bookings', 0)
    simulator.data.add('rooms')
    expect(await simulator.delivered?.()).toEqual([200, 200])
    const rows = await api.database.query('SELECT event_type FROM pms_webhook_event WHERE hotel_id = $1 ORDER BY id', [
      hotelId,
    ])
    expect(rows.map(({ event_type: type }) => type).sort()).toEqual(['booking.updated', 'room.created'])
  })

  test('gives the same answer for an unknown key, provider and path', async () => {
    const { url, key } = await addEndpoint()
    const body = message()
    const wrong = [
      url.replace(key, randomBytes(24).toString('base64url')),
      url.replace(key, 'x'),
      url.replace(key, '%00'),
      url.replace('/mock/', '/opera/'),
      url.replace('/mock/', '/nobody/'),
      `${api.url}/api/pms/nothing`,
    ]
    for (const each of wrong) {
      const response = await post(each, body)
      expect(response.status).toBe(404)
      expect(await errorOf(response)).toEqual([{ message: 'There is no such address.', code: 'NOT_FOUND' }])
    }
  })

  test('refuses what is not signed, signed wrongly or too old, and keeps nothing of it but a count', async () => {
    const { url, secret, hotelId } = await addEndpoint()
    const before = api.inbox.intake.counts.refused
    const body = message()
    const old = new Date(Date.now() - 301_000)
    const attempts = [
      {},
      signed(secret, `${body} `),
      signed(secret, body, old),
      signed(`whsec_${'A'.repeat(32)}`, body),
    ]
    for (const headers of attempts) expect((await post(url, body, headers)).status).toBe(401)
    expect(api.inbox.intake.counts.refused - before).toBeGreaterThanOrEqual(attempts.length)
    const [row] = await api.database.query('SELECT count(*) FROM pms_webhook_event WHERE hotel_id = $1', [hotelId])
    expect(row).toEqual({ count: 0 })
  })

  test('takes POST alone, and no more than a megabyte', async () => {
    const { url, secret } = await addEndpoint()
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(url, { method })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
    }
    const padded = (length: number) => message().padEnd(length)
    const just = padded(1024 * 1024)
    expect((await post(url, just, signed(secret, just))).status).toBe(200)
    const over = padded(1024 * 1024 + 1)
    const response = await post(url, over, signed(secret, over))
    expect([response.status, (await errorOf(response))[0]?.code]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
  })

  test('answers any body with a status below 500', async () => {
    const endpoints = await Promise.all(['mock', 'mews', 'cloudbeds', 'protel'].flatMap((key) => endpointOf(key)))
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
      fc.constantFrom('<a>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '\u0000', '{"Events":[{}]}').map(Buffer.from),
    )
    const type = fc.constantFrom('application/json', 'text/xml', 'text/plain', 'a/b', 'junk', 'multipart/form-data', '')
    const tried = fc.asyncProperty(fc.nat(), body, type, fc.boolean(), async (index, bytes, contentType, isSigned) => {
      const { url, secret } = endpoints[index % endpoints.length] as { url: string; secret: string }
      const text = bytes.toString('latin1')
      const proof = isSigned ? signed(secret, text) : {}
      const { status } = await post(url, Buffer.from(text), { ...proof, 'content-type': contentType })
      expect(status).toBeLessThan(500)
    })
    await fc.assert(tried, { numRuns: FUZZED_BODIES })
  }, 600_000)

  function endpointOf(key: string) {
    return api.adapters.get(key)?.webhook === undefined ? [] : [addEndpoint(key)]
  }
})

describe('the booking route', () => {
  const booking = (changes: object = {}) => ({
    id: 'X-1',
    status: 'confirmed',
    guest: { name: 'Ada Lovelace', email: 'ada@example.com' },
    stay: { checkIn: '2026-12-01', checkOut: '2026-12-03', room: '101' },
    totals: { amount: 450.5, currency: 'EUR' },
    ...changes,
  })
  const send = (hotelId: string, token: string, body: unknown, headers: Record<string, string> = {}) =>
    post(`${api.url}/api/pms/mock/bookings`, typeof body === 'string' ? body : JSON.stringify(body), {
      'x-provider-token': token,
      'x-hotel-slug': hotelId,
      ...headers,
    })

  test('stores a booking and answers with its id', async () => {
    const { hotelId, secret } = await addEndpoint()
    const response = await send(hotelId, secret, { booking: booking() }, { 'x-correlation-id': 'c-1' })
    const answer = await response.json()
    expect(response.headers.get('x-correlation-id')).toBe('c-1')
    const [row] = await api.database.query(
      `SELECT id, status, guest_name, guest_email, room_number, check_in, total_amount_cents, currency
       FROM pms_booking WHERE hotel_id = $1`,
      [hotelId],
    )
    expect(answer).toEqual({ bookingId: row?.id, status: 'synced' })
    expect(row).toMatchObject({
      ...{ status: 'CONFIRMED', guest_name: 'Ada Lovelace', guest_email: 'ada@example.com', room_number: '101' },
      ...{ check_in: '2026-12-01', total_amount_cents: 45_050, currency: 'EUR' },
    })
    const [log] = await api.database.query(
      'SELECT operation, trigger, metadata FROM pms_sync_log WHERE hotel_id = $1',
      [hotelId],
    )
    expect(log).toEqual({ operation: 'WEBHOOK', trigger: 'WEBHOOK', metadata: { correlationId: 'c-1' } })
    const again = await (await send(hotelId, secret, { booking: booking() })).json()
    expect(again).toEqual(answer)
  })

  test('takes the operator’s token for the provider beside the hotel’s own secret, and not the shared one', async () => {
    const { hotelId, secret } = await addEndpoint()
    const statusWith = async (token: string) => (await send(hotelId, token, { booking: booking() })).status
    expect(await statusWith(secret)).toBe(200)
    expect(await statusWith('operator-token')).toBe(200)
    expect(await statusWith('shared-token')).toBe(401)
  })

  test('keeps what the message does not say', async () => {
    const { hotelId, secret } = await addEndpoint()
    await send(hotelId, secret, { booking: booking({ notes: 'Late', source: 'ota' }) })
    await send(hotelId, secret, { booking: booking({ status: 'checked-in', totals: undefined }) })
    const rows = await api.database.query(
      'SELECT status, notes, source, total_amount_cents AS cents FROM pms_booking WHERE hotel_id = $1',
      [hotelId],
    )
    expect(rows).toEqual([{ status: 'CHECKED_IN', notes: 'Late', source: 'OTA', cents: 45_050 }])
  })

  test.each([
    ['a date', { stay: { checkIn: 'tomorrow', checkOut: '2026-12-03' } }, 'booking.checkIn'],
    ['an amount', { totals: { amount: 'many', currency: 'EUR' } }, 'booking.totals.amount'],
    ['the order of dates', { stay: { checkIn: '2026-12-04', checkOut: '2026-12-03' } }, 'booking.checkOut'],
  ])('tells of %s that is not valid, and keeps a failure', async (_, changes, field) => {
    const { hotelId, secret } = await addEndpoint()
    const response = await send(hotelId, secret, { booking: booking(changes) })
    expect(response.status).toBe(422)
    expect(await errorOf(response)).toMatchObject([{ code: 'RECORD_INVALID', field }])
    const failures = await api.database.query('SELECT external_id FROM pms_sync_failure WHERE hotel_id = $1', [hotelId])
    expect(failures).toEqual([{ external_id: 'X-1' }])
  })

  test.each([
    ['{', 'body'],
    ['[]', 'body'],
    ['{"booking":{}}', 'booking.id'],
    ['{"booking":null}', 'booking'],
  ])('refuses %s', async (body, field) => {
    const { hotelId, secret } = await addEndpoint()
    const response = await send(hotelId, secret, body)
    expect([response.status, (await errorOf(response))[0]]).toMatchObject([400, { code: 'BAD_USER_INPUT', field }])
  })

  test('lets nobody in without the right token', async () => {
    const { hotelId } = await addEndpoint()
    expect((await send(hotelId, 'wrong', { booking: booking() })).status).toBe(401)
    const noToken = await post(`${api.url}/api/pms/mock/bookings`, '{}', { 'x-hotel-slug': hotelId })
    expect(noToken.status).toBe(401)
    const bare = `hotel-${randomUUID()}`
    await insertHotel(api.database, bare, 'mock')
    expect((await send(bare, '', { booking: booking() })).status).toBe(401)
    expect((await fetch(`${api.url}/api/pms/mock/bookings`)).status).toBe(405)
  })

  test('does not tell which hotels exist', async () => {
    const { hotelId, secret } = await addEndpoint()
    const unconnected = `hotel-${randomUUID()}`
    await insertHotel(api.database, unconnected, 'opera')
    const answers = await Promise.all(
      [hotelId, unconnected, `nowhere-${randomUUID()}`, '', '%00'].map(async (slug) => {
        const response = await send(slug, `${secret}x`, { booking: booking() })
        return [response.status, await errorOf(response)]
      }),
    )
    expect(answers).toEqual(answers.map(() => answers[0]))
    expect(answers[0]?.[0]).toBe(401)
  })

  test('guesses are slowed, for who guesses and at this hotel, and the right token is not', async () => {
    const { hotelId, secret } = await addEndpoint()
    const neighbour = await addEndpoint()
    const body = { booking: booking() }
    for (let n = 0; n < 30; n++) expect((await send(hotelId, secret, body)).status).toBe(200)
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await send(hotelId, `guess-${n}`, body)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
    const guessed = await send(hotelId, secret, body)
    expect(guessed.status, 'not even the right one tells itself').toBe(429)
    expect(Number(guessed.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await send(neighbour.hotelId, neighbour.secret, body)).status).toBe(200)
  })
})

describe('the sync routes', () => {
  const sync = async (noun: string, body: unknown, headers: Record<string, string> = {}) =>
    post(`${api.url}/api/pms/sync/${noun}`, JSON.stringify(body), {
      authorization: `Bearer ${await api.token()}`,
      ...headers,
    })

  test('sync, and answer with a summary', async () => {
    const { hotelId } = await addEndpoint()
    for (const [noun, processed] of Object.entries({ bookings: 20, rooms: 5, guests: 5 })) {
      const response = await sync(noun, { hotelId, provider: 'mock' })
      expect([response.status, await response.json()]).toEqual([
        200,
        {
          success: true,
          syncLogId: expect.any(String),
          status: 'COMPLETED',
          summary: { processed, failed: 0, duration: expect.any(Number) },
        },
      ])
    }
  })

  test('are there for what a hotel looks after and sells, by the names of the specification too', async () => {
    const { hotelId } = await addEndpoint()
    for (const noun of ['housekeeping', 'maintenance', 'maintenance-requests', 'rates', 'availability']) {
      const response = await sync(noun, { hotelId, provider: 'mock' })
      expect([noun, response.status, await response.json()]).toEqual([
        ...[noun, 200],
        expect.objectContaining({ success: true, status: 'COMPLETED' }),
      ])
    }
  })

  test('need no hotel with a token of exactly one', async () => {
    const { hotelId } = await addEndpoint()
    const as = async (...hotelIds: string[]) => ({ authorization: `Bearer ${await api.token({ hotelIds })}` })
    const started = await sync('bookings', { provider: 'mock' }, await as(hotelId))
    expect(await started.json()).toMatchObject({ success: true, summary: { processed: 20 } })
    for (const hotels of [[hotelId, 'another'], ['*'], []]) {
      const refused = await sync('bookings', { provider: 'mock' }, await as(...hotels))
      expect(await errorOf(refused)).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'hotelId' }])
    }
    expect((await sync('bookings', { provider: 'mock', hotelId: 'another' }, await as(hotelId))).status).toBe(404)
  })

  test('answer 202 when the patience they were given is over', async () => {
    await using slow = await mock.simulate({ bookings: 3, faults: { slowMs: 500 } })
    const { hotelId } = await addEndpoint('mock', slow)
    const response = await sync('bookings', { hotelId, provider: 'mock' }, { prefer: 'wait=0' })
    expect([response.status, response.headers.get('preference-applied')]).toEqual([202, 'wait=0'])
    const { syncLogId } = (await response.json()) as { syncLogId: string }
    expect(await api.engine.waitForEnd(syncLogId)).toMatchObject({ status: 'COMPLETED', itemsCreated: 3 })
  })

  test('make the errors that the API makes', async () => {
    const { hotelId } = await addEndpoint()
    const input = { hotelId, provider: 'mock' }
    const codes = async (response: Promise<Response>) => [
      (await response).status,
      (await errorOf(await response))[0]?.code,
    ]
    expect(await codes(sync('bookings', input, { authorization: '' }))).toEqual([401, 'UNAUTHENTICATED'])
    const view = { authorization: `Bearer ${await api.token({ permissions: ['ADMIN_VIEW'] })}` }
    expect(await codes(sync('bookings', input, view))).toEqual([403, 'FORBIDDEN'])
    const foreign = { authorization: `Bearer ${await api.token({ hotelIds: ['other'] })}` }
    expect(await codes(sync('bookings', input, foreign))).toEqual([404, 'NOT_FOUND'])
    expect(await codes(sync('bookings', { ...input, provider: 'nobody' }))).toEqual([400, 'UNKNOWN_PROVIDER'])
    expect(await codes(sync('bookings', { ...input, limit: 0 }))).toEqual([400, 'BAD_USER_INPUT'])
    expect(await codes(sync('bookings', { hotelId }))).toEqual([400, 'BAD_USER_INPUT'])
    expect(await codes(sync('bookings', { ...input, hotelId: 'a\u0000b' }))).toEqual([400, 'BAD_USER_INPUT'])
  })
})
