import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Configuration } from '../../src/entities/configuration.ts'
import { signWebhook } from '../../src/platform/standard-webhooks.ts'
import { getProviderAdapter } from '../../src/providers/registry.ts'
import { describeEndpoint } from '../../src/resolvers/webhooks/describe-endpoint.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { insertHotel } from '../kit/test-hotel.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const account = { credentials: { apiKey: 'k' }, settings: { baseUrl: 'http://127.0.0.1:9' }, externalHotelId: null }

async function ask<T>(query: string, variables: object, token?: string): Promise<T> {
  const { data, errors } = await api.send({ query, variables }, token)
  expect(errors).toBeUndefined()
  return data as T
}

interface Rotated {
  url: string
  key: string
  secret: string
  errors: { code: string; field: string | null }[]
}

const ROTATE = `mutation ($input: PmsWebhookSecretInput!) {
  rotateWebhookSecret(input: $input) { url key secret previousUntil errors { code field } configuration { id } }
}`
const rotate = (hotelId: string, more: object = {}) =>
  ask<{ rotateWebhookSecret: Rotated }>(ROTATE, { input: { hotelId, provider: 'mock', ...more } })

async function addEndpoint() {
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(api.database, hotelId, 'mock', account)
  const { rotateWebhookSecret: endpoint } = await rotate(hotelId)
  return { hotelId, ...endpoint }
}

async function post({ url, secret }: { url: string; secret: string }, data: object, status = 200): Promise<void> {
  const body = JSON.stringify({ type: 'booking.updated', timestamp: new Date().toISOString(), data })
  const headers = signWebhook([secret], { id: randomUUID(), timestamp: new Date(), body })
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(status)
}

const EVENTS = `query ($hotelId: ID!, $filter: PmsWebhookEventFilter) {
  webhookEvents(hotelId: $hotelId, first: 50, filter: $filter) {
    totalCount nodes { id eventType status deliveries tries subjects { entityType externalId } payload }
  }
}`
interface Events {
  webhookEvents: { totalCount: number; nodes: { id: string; payload: unknown }[] }
}

test('a new URL and secret are told once, and work; later only a hint of the key is shown', async () => {
  const endpoint = await addEndpoint()
  expect(endpoint.url).toBe(`${api.url}/api/pms/mock/webhooks/${endpoint.key}`)
  await post(endpoint, { id: 'B-1' })
  const query = `query ($hotelId: ID!) { configurations(hotelId: $hotelId, first: 50) { nodes {
    webhookEndpoint { url hasKey bookingsUrl headerNames instructions backfillOwedSince }
  } } }`
  const { configurations } = await ask<{ configurations: { nodes: object[] } }>(query, { hotelId: endpoint.hotelId })
  const [shown] = configurations.nodes
  expect(shown).toMatchObject({
    webhookEndpoint: {
      url: `${api.url}/api/pms/mock/webhooks/…${endpoint.key.slice(-4)}`,
      hasKey: true,
      bookingsUrl: `${api.url}/api/pms/mock/bookings`,
      headerNames: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
      instructions: expect.stringContaining('/api/pms/mock/webhooks/'),
      backfillOwedSince: expect.any(String),
    },
  })
  expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${endpoint.key}|${endpoint.secret.slice(6, 20)}`))
})

test('messages that prove nothing are counted, and nothing else is kept of them', async () => {
  const endpoint = await addEndpoint()
  await post(endpoint, { id: 'B-1' })
  const forged = { ...endpoint, secret: `whsec_${Buffer.alloc(32).toString('base64')}` }
  for (let count = 0; count < 3; count++) await post(forged, { id: 'B-2' }, 401)
  const query = `query ($hotelId: ID!) {
    webhookEvents(hotelId: $hotelId) { totalCount }
    configurations(hotelId: $hotelId, first: 50) { nodes { webhookEndpoint { refusedCount lastRefusedAt } } }
  }`
  expect(await ask(query, { hotelId: endpoint.hotelId })).toEqual({
    webhookEvents: { totalCount: 1 },
    configurations: { nodes: [{ webhookEndpoint: { refusedCount: 3, lastRefusedAt: expect.any(String) } }] },
  })
})

test('what cannot be rotated is told by its field', async () => {
  const { hotelId } = await addEndpoint()
  const codes = async (input: object) =>
    (await rotate(hotelId, input)).rotateWebhookSecret.errors.map(({ code, field }) => [code, field])
  expect(await codes({ overlapHours: 169 })).toEqual([['BAD_USER_INPUT', 'overlapHours']])
  expect(await codes({ secret: 'short' })).toEqual([['BAD_USER_INPUT', 'secret']])
  expect(await codes({ provider: 'nobody' })).toEqual([['UNKNOWN_PROVIDER', 'provider']])
  expect(await codes({ hotelId: 'nowhere' })).toEqual([['NOT_FOUND', 'provider']])
})

test('events can be listed and narrowed; their payload is for ADMIN_EDIT, without secrets', async () => {
  const endpoint = await addEndpoint()
  await post(endpoint, { id: 'B-1', apiKey: 'canary', note: 'card 4111 1111 1111 1111' })
  await post(endpoint, { id: 'B-2' })
  const { hotelId } = endpoint
  const all = await ask<Events>(EVENTS, { hotelId })
  expect(all.webhookEvents).toMatchObject({
    totalCount: 2,
    nodes: [{ status: 'RECEIVED', deliveries: 1, tries: 0 }, {}],
  })
  const narrowed = await ask<Events>(EVENTS, { hotelId, filter: { externalId: 'B-1', status: ['RECEIVED'] } })
  expect(narrowed.webhookEvents.nodes).toMatchObject([
    {
      subjects: [{ entityType: 'BOOKING', externalId: 'B-1' }],
      payload: { type: 'booking.updated', data: { id: 'B-1', note: 'card •••• 1111' } },
    },
  ])
  expect(JSON.stringify(all)).not.toMatch(/canary|4111 1111/)
  const viewing = await ask<Events>(EVENTS, { hotelId }, await api.token({ permissions: ['ADMIN_VIEW'] }))
  expect(viewing.webhookEvents.nodes.map(({ payload }) => payload)).toEqual([null, null])
})

test('replays are counted first; one of ids, filter and all has to be given', async () => {
  const endpoint = await addEndpoint()
  await post(endpoint, { id: 'B-1' })
  await api.database.query(
    `UPDATE pms_webhook_event SET status = 'DEAD', next_attempt_at = NULL, attempts = 5 WHERE hotel_id = $1`,
    [endpoint.hotelId],
  )
  const replay = async (input: object) => {
    const { replayWebhookEvents: answer } = await ask<{ replayWebhookEvents: object }>(
      `mutation ($input: PmsWebhookReplayInput!) { replayWebhookEvents(input: $input) { count errors { code } } }`,
      { input: { hotelId: endpoint.hotelId, ...input } },
    )
    return answer
  }
  const { webhookEvents } = await ask<Events>(EVENTS, { hotelId: endpoint.hotelId })
  const ids = webhookEvents.nodes.map(({ id }) => id)
  expect(await replay({})).toEqual({ count: null, errors: [{ code: 'BAD_USER_INPUT' }] })
  expect(await replay({ ids, all: true })).toEqual({ count: null, errors: [{ code: 'BAD_USER_INPUT' }] })
  expect(await replay({ ids: [randomUUID()] })).toEqual({ count: 0, errors: [] })
  expect(await replay({ filter: { eventType: 'booking.updated' }, dryRun: true })).toEqual({ count: 1, errors: [] })
  expect(await replay({ ids })).toEqual({ count: 1, errors: [] })
  expect(await replay({ ids })).toEqual({ count: 0, errors: [] })
})

test('a test event shows that events are stored and processed', async () => {
  const { hotelId } = await addEndpoint()
  const { sendTestWebhook: sent } = await ask<{ sendTestWebhook: { event: { id: string; status: string } } }>(
    `mutation ($input: PmsConfigurationKey!) { sendTestWebhook(input: $input) { event { id status } errors { code } } }`,
    { input: { hotelId, provider: 'mock' } },
  )
  expect(sent).toEqual({ event: { id: expect.any(String), status: 'RECEIVED' }, errors: [] })
  const [row] = await api.database.query<{ configurationId: string }>(
    'SELECT configuration_id AS "configurationId" FROM pms_webhook_event WHERE id = $1',
    [sent.event.id],
  )
  await api.inbox.drain(row?.configurationId ?? '')
  const query = 'query ($id: ID!) { webhookEvent(id: $id) { status tries } }'
  expect(await ask(query, { id: sent.event.id })).toEqual({ webhookEvent: { status: 'PROCESSED', tries: 1 } })
})

test.each([
  ['cloudbeds', [], 'postWebhook'],
  ['mews', [], 'ServiceOrderUpdated'],
  ['protel', ['x-protel-connector-signature', 'authorization'], 'protel I/O'],
])('what a hotel tells the support of %s is about that vendor', (provider, headerNames, words) => {
  const adapter = getProviderAdapter(provider)
  const shown = describeEndpoint('https://pms.example', adapter, { externalHotelId: null } as Configuration, null)
  expect(shown.headerNames).toEqual(headerNames)
  expect(shown.instructions).toContain(words)
})
