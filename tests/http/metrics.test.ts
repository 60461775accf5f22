import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from '../../src/platform/secret.ts'
import { signWebhook } from '../../src/platform/standard-webhooks.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { insertHotel } from '../kit/test-hotel.ts'

const TOKEN = 'only-prometheus-knows-it'

let api: TestApi
let guarded: TestApi
beforeAll(async () => {
  ;[api, guarded] = await Promise.all([startApi(), startApi({ metricsToken: new Secret(TOKEN) })])
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await guarded[Symbol.asyncDispose]()
})

const get = (from: TestApi, headers: Record<string, string> = {}) => fetch(`${from.url}/metrics`, { headers })
const sampleOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')[1],
  )

async function addEndpoint() {
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(api.database, hotelId, 'mock')
  return api.inbox.rotateKeys({ hotelId, provider: 'mock', actor: 'tester' })
}

test('webhooks are counted by what became of them, and nothing of a sender is shown', async () => {
  const { key, secret } = await addEndpoint()
  const body = JSON.stringify({ type: 'booking.updated', timestamp: new Date().toISOString(), data: { id: 'B-1' } })
  const headers = signWebhook([secret], { id: randomUUID(), timestamp: new Date(), body })
  const send = (path: string, proof: Record<string, string>) =>
    fetch(`${api.url}/api/pms/${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...proof },
    })
  const statuses: number[] = []
  const post = async (path: string, proof: Record<string, string>) => statuses.push((await send(path, proof)).status)
  await post(`mock/webhooks/${key}`, headers)
  await post(`mock/webhooks/${key}`, headers)
  await post(`mock/webhooks/${key}`, { 'webhook-signature': 'v1,forged-signature' })
  await post('mock/webhooks/no-such-key', {})
  await post('made-up-by-a-sender/webhooks/x', {})
  expect(statuses).toEqual([200, 200, 401, 404, 404])

  const response = await get(api)
  const text = await response.text()
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(sampleOf(text, 'pms_webhooks_accepted_total{provider="mock"}')).toBe(2)
  expect(sampleOf(text, 'pms_webhooks_duplicate_total{provider="mock"}')).toBe(1)
  expect(sampleOf(text, 'pms_webhooks_refused_total{provider="mock",code="UNAUTHENTICATED"}')).toBe(1)
  expect(sampleOf(text, 'pms_webhooks_refused_total{provider="mock",code="NOT_FOUND"}')).toBe(1)
  expect(sampleOf(text, 'pms_webhooks_refused_total{provider="unknown",code="NOT_FOUND"}')).toBe(1)
  expect(text).not.toMatch(new RegExp(`${key}|made-up|forged|no-such-key`))
  expect(sampleOf(text, 'pms_queue_depth{queue="webhook"}')).toBe(1)
  expect(sampleOf(text, 'pms_inbox_oldest_unprocessed_seconds')).toBeGreaterThanOrEqual(0)
  expect(sampleOf(text, 'pms_webhook_dead_letters')).toBe(0)
  expect(sampleOf(text, 'pms_database_up')).toBe(1)
})

test('syncs and how old the data is are told by provider and entity', async () => {
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(guarded.database, hotelId, 'mock')
  await guarded.database.query(
    `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, status, watermark_at,
       completed_at)
     VALUES ($1, $2, 'mock', 'BOOKING', 'FULL', 'MANUAL', 'COMPLETED', now() - interval '90 s', now()),
            ($3, $2, 'mock', 'ROOM', 'FULL', 'MANUAL', 'QUEUED', NULL, NULL)`,
    [randomUUID().replace(/^./, 'f'), hotelId, randomUUID()],
  )
  const text = await (await get(guarded, { authorization: `Bearer ${TOKEN}` })).text()
  expect(sampleOf(text, 'pms_sync_runs{status="COMPLETED"}')).toBe(1)
  expect(sampleOf(text, 'pms_sync_runs{status="QUEUED"}')).toBe(1)
  expect(sampleOf(text, 'pms_queue_depth{queue="sync"}')).toBe(1)
  const age = sampleOf(text, 'pms_freshness_age_seconds{provider="mock",entity="BOOKING"}')
  expect(age).toBeGreaterThanOrEqual(90)
  expect(age, 'seconds and not milliseconds').toBeLessThan(90_000)
})

test('what waits, what is at work and which vendors fail come from the tables', async () => {
  await using shared = await startApi()
  const { database } = shared
  const before = await (await get(shared)).text()
  expect(before.match(/^pms_(freshness_age_seconds|sync_parked|provider_failing_seconds).*/gm)).toBeNull()
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(database, hotelId, 'mock')
  const run = (entity: string, status: string, columns: Record<string, string>) =>
    database.query(
      `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, status,
         ${Object.keys(columns).join()})
       VALUES ($1, $2, 'mock', $3, 'FULL', 'MANUAL', $4, ${Object.values(columns).join()})`,
      [randomUUID(), hotelId, entity, status],
    )
  await run('BOOKING', 'QUEUED', { ready_at: `now() - interval '30 s'` })
  await run('ROOM', 'RUNNING', { lease_expires_at: `now() + interval '1 h'` })
  await run('GUEST', 'RUNNING', { wait_reason: `'RETRY_AFTER'`, ready_at: `now() + interval '1 h'` })
  await database.query(
    `INSERT INTO pms_provider_health (key, provider, failures, failing_since, open_until)
     VALUES ('mock:1', 'mock', 5, now() - interval '10 minutes', now() + interval '1 h'), ('mock:2', 'mock', 1, now(), NULL)`,
  )
  await database.query(
    `INSERT INTO pms_sync_walk (hotel_id, provider, entity_type, failed_runs, last_error_code)
     VALUES ($1, 'mock', 'BOOKING', 2, 'PROVIDER_UNAUTHORIZED'), ($1, 'mock', 'ROOM', 0, NULL)`,
    [hotelId],
  )
  await database.query(`UPDATE pms_configuration SET next_sync_at = now() - interval '1 h' WHERE hotel_id = $1`, [
    hotelId,
  ])
  const text = await (await get(shared)).text()
  expect(sampleOf(text, 'pms_sync_queue_oldest_seconds')).toBeGreaterThanOrEqual(30)
  expect(sampleOf(text, 'pms_sync_at_work{provider="mock"}')).toBe(1)
  expect(sampleOf(text, 'pms_sync_parked{provider="mock",reason="RETRY_AFTER"}')).toBe(1)
  expect(sampleOf(text, 'pms_provider_circuits_open{provider="mock"}')).toBe(1)
  expect(sampleOf(text, 'pms_provider_failing_seconds{provider="mock"}')).toBeGreaterThanOrEqual(600)
  expect(sampleOf(text, 'pms_schedules_overdue')).toBe(1)
  const failing = text.split('\n').filter((line) => line.startsWith('pms_hotels_failing{'))
  expect(failing).toEqual(['pms_hotels_failing{provider="mock",entity="BOOKING",code="PROVIDER_UNAUTHORIZED"} 1'])
})

test('whoever may not read them is refused', async () => {
  const statuses = await Promise.all([get(guarded), get(guarded, { authorization: 'Bearer guessed' }), get(api)])
  expect(statuses.map(({ status }) => status)).toEqual([401, 401, 200])
})

test.each([
  ['x-forwarded-for', '203.0.113.9'],
  ['x-forwarded-host', 'pms.example'],
  ['forwarded', 'for=203.0.113.9'],
  ['via', '1.1 varnish'],
  ['x-real-ip', '203.0.113.9'],
  ['cf-connecting-ip', '203.0.113.9'],
  ['true-client-ip', '203.0.113.9'],
  ['x-envoy-external-address', '203.0.113.9'],
  ['host', 'pms.example'],
])('a proxy on this machine makes nobody a reader of metrics (%s)', async (name, value) => {
  expect(await statusOf(api.url, { [name]: value })).toBe(403)
})

/** Not by fetch, which keeps the name of the host to itself. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/metrics`, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}
