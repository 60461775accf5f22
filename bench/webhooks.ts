import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import Fastify from 'fastify'
import { pino } from 'pino'
import { serveWebhooks } from '../src/http/rest/webhooks.ts'
import { createInboxQueue } from '../src/jobs/webhook.ts'
import type { Database } from '../src/platform/database/database.ts'
import { createQueueBackend } from '../src/platform/queue/queue.ts'
import { generateWebhookSecret, signWebhook } from '../src/platform/standard-webhooks.ts'
import { NO_TRACING } from '../src/platform/tracing/tracing.ts'
import { mock } from '../src/providers/mock/index.ts'
import { wakeInboxes } from '../src/webhooks/inbox/leases.ts'
import { silentPubSub } from '../tests/kit/memory-pubsub.ts'
import { createTestServices } from '../tests/kit/services.ts'
import { startTcpProxy } from '../tests/kit/tcp-proxy.ts'
import { insertHotel } from '../tests/kit/test-hotel.ts'
import { report } from './measure.ts'

const CONNECTIONS = 32
const ROUND_MS = 4_000
const ROUNDS = 3
const STEADY_PER_SECOND = 500
const STEADY_MS = 10_000

/**
 * Accepting webhooks, next to a bare route that does one insert of the same bytes: both in this process with their
 * senders, which sign what they send, so that the load costs both the same.
 */
export async function benchWebhooks(database: Database): Promise<void> {
  await using ours = await startOurs(database)
  await using bare = await startBare(database)
  const rates: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
  await flood(ours.send, 1_000)
  await flood(bare.send, 1_000)
  for (let round = 0; round < ROUNDS; round++) {
    rates.bare.push(await flood(bare.send, ROUND_MS))
    rates.ours.push(await flood(ours.send, ROUND_MS))
  }
  const latencies = percentiles(await steady(ours.send))
  report('webhooks', {
    [`bare Fastify route with one insert, per s (${CONNECTIONS} connections)`]: rates.bare,
    'webhook route: verify, parse, inbox, per s': rates.ours,
    'ratio (goal ≥ 0.6)': rates.ours.map((rate, index) => rate / (rates.bare[index] ?? 1)),
    ...latencies(`at ${STEADY_PER_SECOND}/s for ${STEADY_MS / 1000} s`),
  })
  await benchWithoutRedis(database)
}

/** The same steady rate, with a queue whose Redis went away. */
async function benchWithoutRedis(database: Database): Promise<void> {
  const { REDIS_URL } = process.env
  if (REDIS_URL === undefined) return console.log('  (set REDIS_URL to measure it while Redis is down, too)')
  await using redis = await startTcpProxy(REDIS_URL)
  const log = pino({ level: 'error' })
  const namespace = `bench-${randomUUID()}`
  await using backend = await createQueueBackend({ databaseUrl: '', redisUrl: redis.url, log, namespace })
  using queue = await createInboxQueue({ backend, wake: (ids) => wakeInboxes(database, ids), log })
  await using ours = await startOurs(database, queue.enqueue)
  redis.cut()
  const latencies = percentiles(await steady(ours.send))
  report('webhooks while Redis is down', latencies(`at ${STEADY_PER_SECOND}/s for ${STEADY_MS / 1000} s`))
}

const percentiles = (latencies: readonly number[]) => (title: string) => {
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN
  return { [`${title}: p50, ms`]: [at(0.5)], 'p99, ms (goal ≤ 100)': [at(0.99)], 'slowest, ms': [at(1)] }
}

type Send = () => Promise<void>

async function startOurs(
  database: Database,
  enqueueInbox = (_: string) => {},
): Promise<AsyncDisposable & { send: Send }> {
  const fastify = Fastify()
  const hotelId = `bench-${randomUUID()}`
  await insertHotel(database, hotelId, mock.key)
  const { inbox } = createTestServices(database, { pubsub: silentPubSub(), enqueueInbox })
  const { key, secret } = await inbox.rotateKeys({ hotelId, provider: mock.key, actor: 'bench' })
  await serveWebhooks(fastify, inbox.intake, NO_TRACING)
  return serve(fastify, `/api/pms/mock/webhooks/${key}`, secret)
}

async function startBare(database: Database): Promise<AsyncDisposable & { send: Send }> {
  await database.query('CREATE TABLE IF NOT EXISTS bench_inbox (id uuid PRIMARY KEY, body bytea NOT NULL)')
  const fastify = Fastify()
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  fastify.post('/bare', async ({ body }) => {
    await database.query('INSERT INTO bench_inbox (id, body) VALUES ($1, $2)', [randomUUID(), body])
    return { received: true }
  })
  return serve(fastify, '/bare', generateWebhookSecret())
}

async function serve(fastify: ReturnType<typeof Fastify>, path: string, secret: string) {
  const { port } = new URL(await fastify.listen({ host: '127.0.0.1', port: 0 }))
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  return {
    send: () => post({ agent, port: Number(port), path }, secret),
    async [Symbol.asyncDispose]() {
      agent.destroy()
      await fastify.close()
    },
  }
}

function post(target: { agent: Agent; port: number; path: string }, secret: string): Promise<void> {
  const timestamp = new Date()
  const id = randomUUID()
  const body = JSON.stringify({ type: 'booking.updated', timestamp: timestamp.toISOString(), data: { id } })
  const signature = signWebhook([secret], { id, timestamp, body })
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...signature }
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...target, host: '127.0.0.1', method: 'POST', headers }, (answer) => {
      answer
        .resume()
        .on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode}`))))
    })
    outgoing.on('error', reject).end(body)
  })
}

/** As many as get through; per second. */
async function flood(send: Send, ms: number): Promise<number> {
  const until = performance.now() + ms
  let count = 0
  const sender = async () => {
    for (; performance.now() < until; count++) await send()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, sender))
  return count / (ms / 1_000)
}

/** At a steady rate, whether earlier ones were answered or not; latencies in order, from when each was due. */
async function steady(send: Send): Promise<number[]> {
  const startedAt = performance.now()
  const latencies: number[] = []
  const sent: Promise<void>[] = []
  for (let index = 0; index < (STEADY_PER_SECOND * STEADY_MS) / 1_000; index++) {
    const dueAt = startedAt + (index * 1_000) / STEADY_PER_SECOND
    const waitMs = dueAt - performance.now()
    if (waitMs > 1) await delay(waitMs)
    sent.push(send().then(() => void latencies.push(performance.now() - dueAt)))
  }
  await Promise.all(sent)
  return latencies.sort((a, b) => a - b)
}
