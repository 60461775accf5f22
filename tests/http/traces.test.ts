import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { runDueSchedules } from '../../src/jobs/scheduler.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { signWebhook } from '../../src/platform/standard-webhooks.ts'
import { countDroppedSpans } from '../../src/platform/tracing/dropped-spans.ts'
import { openTracing } from '../../src/platform/tracing/open-tracing.ts'
import { simulateMock } from '../../src/providers/mock/simulator/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { silentLog } from '../kit/services.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { type ReceivedSpan, startTraceReceiver, type TraceReceiver } from '../kit/trace-receiver.ts'

const GATEWAY = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }
const traceparent = `00-${GATEWAY.traceId}-${GATEWAY.spanId}-01`

/** The service with a collector of its own, which has got everything when the service is gone. */
async function traced() {
  const receiver = await startTraceReceiver()
  const url = `${receiver.url}/v1/traces`
  const tracing = await openTracing({ url, serviceName: 'pms', sampler: { followsParent: true, ratio: 1 } }, silentLog)
  const api = await startApi({ tracing })
  /** What is due by its schedule, as a worker would start it. */
  const runSchedules = () => runDueSchedules({ ...api, clock: { now: () => new Date() }, log: silentLog, tracing })
  const collect = async () => {
    await api[Symbol.asyncDispose]()
    await tracing[Symbol.asyncDispose]()
    await receiver[Symbol.asyncDispose]()
    return receiver.spans
  }
  return { api, receiver, runSchedules, collect }
}

const SYNC =
  'mutation Sync($input: PmsSyncInput!) { syncBookings(input: $input) { syncLog { id } errors { message } } }'
const PROGRESS = 'subscription ($hotelId: ID!) { syncProgress(hotelId: $hotelId) { status } }'

async function post(api: TestApi, path: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent, ...headers },
    body: JSON.stringify(body),
  })
  return response.text()
}

/** From a span up to the first of its trace. */
function wayUp(spans: readonly ReceivedSpan[], from: ReceivedSpan | undefined): string[] {
  const names: string[] = []
  for (let at = from; at; at = spans.find(({ spanId }) => spanId === at?.parentId)) names.push(at.name)
  return names
}

const CHANGES = 'subscription ($hotelId: ID!) { bookingChanged(hotelId: $hotelId) { id } }'

/** A sender tells of a booking that changed; resolves when a subscriber has heard of it. */
async function sendWebhook(api: TestApi, hotelId: string, simulator: Simulator, seen: unknown[]): Promise<void> {
  const { key, secret, configuration } = await api.inbox.rotateKeys({ hotelId, provider: 'mock', actor: 'tester' })
  const owed = 'UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL WHERE configuration_id = $1'
  await api.database.query(owed, [configuration.id])
  const client = api.connect(await api.token())
  seen.length = 0
  client.subscribe(
    { query: CHANGES, variables: { hotelId } },
    {
      next: ({ data }) => void seen.push(data),
      error() {},
      complete() {},
    },
  )
  await eventually(() => expect(api.listening).toHaveLength(2))
  const id = simulator.data.edit('bookings', 0)
  const body = { type: 'booking.updated', timestamp: new Date(), data: { id } }
  const signature = signWebhook([secret], { id: randomUUID(), timestamp: new Date(), body: JSON.stringify(body) })
  expect(await post(api, `/api/pms/mock/webhooks/${key}`, body, signature)).toBe('{"received":true}')
  await api.inbox.drain(configuration.id)
  await eventually(() => expect(seen).toContainEqual({ bookingChanged: expect.anything() }))
  await client.dispose()
}

let receiver: TraceReceiver
let spans: readonly ReceivedSpan[]
let asked: readonly { headers: object }[]
let guests: readonly string[]
beforeAll(async () => {
  await using simulator = await simulateMock({ bookings: 3 })
  const service = await traced()
  receiver = service.receiver
  const { api } = service
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(api.database, hotelId, 'mock', simulator)
  const seen: unknown[] = []
  const client = api.connect(await api.token())
  const stop = client.subscribe(
    { query: PROGRESS, variables: { hotelId } },
    {
      next: ({ data }) => void seen.push(data?.syncProgress),
      error() {},
      complete() {},
    },
  )
  await eventually(() => expect(api.listening).toHaveLength(1))
  const authorization = `Bearer ${await api.token()}`
  await post(api, '/graphql', { query: SYNC, variables: { input: { hotelId, provider: 'mock' } } }, { authorization })
  await eventually(() => expect(seen.at(-1)).toEqual({ status: 'COMPLETED' }))
  // A second ago: PostgreSQL's clock counts in parts of the millisecond in which ours is read.
  const due = `UPDATE pms_configuration SET sync_schedule = '0 3 * * *', next_sync_at = now() - interval '1 s'`
  await api.database.query(due)
  seen.length = 0
  expect(await service.runSchedules()).toBe(1)
  await eventually(() => expect(seen).toContainEqual({ status: 'COMPLETED' }))
  await sendWebhook(api, hotelId, simulator, seen)
  const rows = await api.database.query<{ guestName: string }>('SELECT guest_name AS "guestName" FROM pms_booking')
  guests = rows.map(({ guestName }) => guestName)
  await post(api, '/graphql', { query: '{ __typename }' })
  await post(api, '/api/pms/sync/bookings', { hotelId: 'nowhere', provider: 'mock' }, { authorization })
  stop()
  await client.dispose()
  asked = simulator.requests
  spans = await service.collect()
})

const inTrace = () => spans.filter(({ traceId }) => traceId === GATEWAY.traceId)

test.each([
  ['request', ['request']],
  ['sync.request', ['sync.request', 'request']],
  ['sync', ['sync', 'sync.request', 'request']],
  ['sync.page', ['sync.page', 'sync', 'sync.request', 'request']],
  ['vendor.request', ['vendor.request', 'sync', 'sync.request', 'request']],
  ['subscription.event', expect.arrayContaining(['subscription.event', 'sync.request', 'request'])],
])('a gateway’s trace goes on to %s', (name, way) => {
  expect(
    wayUp(
      inTrace(),
      inTrace().find((span) => span.name === name),
    ),
  ).toEqual(way)
})

test.each([
  ['a schedule', ['subscription.event', 'sync', 'sync.request', 'schedule']],
  ['a webhook', ['subscription.event', 'webhook.process', 'request']],
])('%s is followed up to the event that a subscriber gets', (_, way) => {
  const events = spans.filter(({ name }) => name === 'subscription.event')
  expect(events.map((event) => wayUp(spans, event))).toContainEqual(way)
})

/** A collector of one's own, spans that ended, and those that it is told to have dropped when the process has ended. */
async function droppedBy(collector: RequestListener, spans: number, graceMs?: number) {
  const metrics = createMetrics()
  const server = createServer(collector).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`
  const config = { url, serviceName: 'pms', sampler: { followsParent: true, ratio: 1 } }
  const said: string[] = []
  const log = { ...silentLog, warn: (_: object, message: string) => void said.push(message) } as typeof silentLog
  {
    await using tracing = await openTracing(config, log, countDroppedSpans(metrics), graceMs)
    for (let n = 0; n < spans; n++) tracing.span('request', {}, () => {})
  }
  server.closeAllConnections()
  server.close()
  const { text } = await metrics.print()
  const lines = text.matchAll(/^pms_trace_spans_dropped_total\{reason="(\w+)"\} (\d+)$/gm)
  return { counts: Object.fromEntries([...lines].map(([, reason, count]) => [reason, Number(count)])), said }
}

test('spans that the collector refuses are counted, and so are those that find no room', async () => {
  // The first batch of 512 is on its way while 2,048 wait.
  const { counts } = await droppedBy((_, response) => response.writeHead(400).end(), 512 + 2_048 + 7)
  expect(counts).toEqual({ QUEUE_FULL: 7, NOT_SENT: 512 + 2_048 })
})

test('what waits when the process ends is sent, and counted where the collector does not answer in time', async () => {
  let taken = 0
  const taking = await droppedBy(
    (request, response) => request.resume().on('end', () => response.end(`${++taken}`)),
    600,
  )
  expect([taking.counts, taken]).toEqual([{}, 2])
  const silent = await droppedBy((request) => request.resume(), 600, 100)
  expect(silent.counts).toEqual({ NOT_SENT: 600 })
  expect(silent.said).toEqual(['Export of traces: 600 spans were not taken before the process ended'])
})

test('the end of a run is told to subscribers as a part of the run', () => {
  const events = inTrace().filter(({ name }) => name === 'subscription.event')
  const run = inTrace().find(({ name }) => name === 'sync')
  expect(events.map(({ parentId }) => parentId)).toContain(run?.spanId)
})

test('a trace begins with the request of a caller who is known', () => {
  const request = inTrace().find(({ name, facts }) => name === 'request' && facts['graphql.operation.name'] === 'Sync')
  expect(request).toMatchObject({
    parentId: GATEWAY.spanId,
    facts: { 'http.route': '/graphql', 'graphql.operation.type': 'mutation' },
  })
})

test('a stranger’s trace is linked and no parent', () => {
  const strangers = spans.filter(({ name, parentId }) => name === 'request' && parentId === '')
  const linked = [[GATEWAY.spanId], false]
  // Who sent no token, and the sender of the webhook.
  expect(strangers.map(({ links, traceId }) => [links, traceId === GATEWAY.traceId])).toEqual([linked, linked])
})

test('what fails says by which code', () => {
  expect(spans.filter(({ isError }) => isError).map(({ name, facts }) => [name, facts['error.type']])).toEqual([
    ['request', 'NOT_FOUND'],
  ])
})

test('a vendor is told nothing of it', () => {
  expect(asked.length).toBeGreaterThan(0)
  for (const { headers } of asked) expect(Object.keys(headers)).not.toContain('traceparent')
})

test('no guest and no secret is in it', () => {
  const sent = Buffer.concat(receiver.bytes).toString('latin1')
  expect(sent).toContain('vendor.request')
  expect(guests).toHaveLength(3)
  for (const text of [...guests, 'mock-key', 'Bearer', '@example']) expect(sent).not.toContain(text)
})

test('docs/traces.md explains every span, and no other', async () => {
  const named = new Set<string>()
  for await (const path of glob('src/**/*.ts')) {
    for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/tracing\.span\(\s*'([^']+)'/g)) named.add(name)
  }
  const explained = [...readFileSync('docs/traces.md', 'utf8').matchAll(/^\| `([a-z.]+)` \| \w+ \|/gm)]
  expect(new Set(explained.map(([, name]) => name))).toEqual(named)
})

test('it goes to where collectors listen', () => {
  const [{ path, headers } = { path: '', headers: {} }] = receiver.requests
  expect(path).toBe('/v1/traces')
  expect(headers['content-type']).toBe('application/x-protobuf')
})

test('nothing of OpenTelemetry is loaded while it is off', async () => {
  const users: string[] = []
  const loaders: string[] = []
  for await (const path of glob('src/**/*.ts')) {
    const text = readFileSync(path, 'utf8')
    if (text.includes("'@opentelemetry/")) users.push(path)
    if (/^import [^']*open-telemetry\.ts'/m.test(text)) loaders.push(path)
  }
  expect(users).toEqual(['src/platform/tracing/open-telemetry.ts'])
  expect(loaders).toEqual([])
})
