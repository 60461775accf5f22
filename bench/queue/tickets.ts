import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Queue, Worker } from 'bullmq'
import { pino } from 'pino'
import { startJobs } from '../../src/jobs/job.ts'
import { createSyncQueue, syncJob } from '../../src/jobs/sync.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { QueueDriver } from '../../src/platform/queue/driver.ts'
import { openPostgresDriver } from '../../src/platform/queue/postgres.ts'
import { createQueueBackend } from '../../src/platform/queue/queue.ts'
import { openRedisDriver } from '../../src/platform/queue/redis.ts'
import { percentile, report } from '../measure.ts'

const TICKETS = 300
const WARM_UP = 30
const PAUSE_MS = 5
const log = pino({ level: 'error' })

/** From a call to the first line of what it wakes, on an idle queue; ours and BullMQ alone take turns. */
export async function benchTickets({ url }: Database): Promise<void> {
  await compare('PostgreSQL', await openPostgresDriver({ url, migrationUrl: null }, () => {}), { databaseUrl: url })
  const { REDIS_URL: redisUrl } = process.env
  if (redisUrl === undefined) return console.log('  (set REDIS_URL to measure tickets on Redis, too)')
  await compare(
    'Redis',
    await openRedisDriver(
      redisUrl,
      () => {},
      () => {},
    ),
    { databaseUrl: url, redisUrl },
  )
}

type Store = { databaseUrl: string; redisUrl?: string }

async function compare(name: string, driver: QueueDriver, store: Store): Promise<void> {
  await using parts = new AsyncDisposableStack()
  parts.defer(() => driver.close())
  const bare = await openBare(driver, parts)
  const ours = await openOurs(store, parts)
  const times: Record<'bare' | 'ours', number[]> = { bare: [], ours: [] }
  for (let n = 0; n < TICKETS + WARM_UP; n++) {
    const [b, o] = [await timed(bare), await timed(ours)]
    if (n >= WARM_UP) {
      times.bare.push(b)
      times.ours.push(o)
    }
  }
  const at = (share: number) => [percentile(times.bare, share), percentile(times.ours, share)] as const
  const [[bareHalf, oursHalf], [bareLate, oursLate]] = [at(0.5), at(0.95)]
  report(`tickets on ${name}: from the call to the first line of the handler`, {
    'bare BullMQ, p50, ms': [bareHalf],
    'ours, p50, ms': [oursHalf],
    'ratio of the medians (goal ≤ 1.2)': [oursHalf / bareHalf],
    'bare BullMQ, p95, ms': [bareLate],
    'ours, p95, ms': [oursLate],
  })
}

/** Sends one and resolves when it came. */
type Send = () => Promise<void>

async function timed(send: Send): Promise<number> {
  await delay(PAUSE_MS)
  const begin = performance.now()
  await send()
  return performance.now() - begin
}

async function openBare({ producer, consumer, backend }: QueueDriver, parts: AsyncDisposableStack): Promise<Send> {
  const name = `bench-${randomUUID()}`
  const { arrive, next } = arrivals()
  const defaultJobOptions = { removeOnComplete: true, removeOnFail: true }
  const queue = new Queue(name, { connection: producer, defaultJobOptions }, backend)
  const worker = new Worker(name, async () => arrive(), { connection: consumer }, backend)
  parts.defer(async () => {
    await worker.close()
    await queue.close()
  })
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()])
  return async () => {
    const came = next()
    await queue.add('bench', { syncLogId: randomUUID() })
    await came
  }
}

async function openOurs(store: Store, parts: AsyncDisposableStack): Promise<Send> {
  const backend = parts.use(await createQueueBackend({ ...store, log, namespace: `bench-${randomUUID()}` }))
  const { arrive, next } = arrivals()
  const crew = { room: async () => {}, wake: async () => arrive() }
  await startJobs(backend, syncJob, crew, { concurrency: 1, log })
  const queue = await createSyncQueue({ backend, log })
  return async () => {
    const came = next()
    await queue.enqueue(randomUUID())
    await came
  }
}

function arrivals() {
  let arrive = () => {}
  return {
    arrive: () => arrive(),
    next: () =>
      new Promise<void>((resolve) => {
        arrive = resolve
      }),
  }
}
