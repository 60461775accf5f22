import { createRedisBackend, createRedisRelayBackend } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import { settledWithin } from '../deadline.ts'
import { type QueueDriver, queueUnreachable, retryingBackend } from './driver.ts'
import type { ReportTrouble } from './outage-log.ts'

const common = {
  lazyConnect: true,
  connectTimeout: 5_000,
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(times * 100, 2_000),
} satisfies RedisOptions

/** Whoever enqueues or publishes is told at once that Redis is away. */
const producing = {
  ...common,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 10_000,
} satisfies RedisOptions

/** A worker has nothing better to do than to wait for Redis. */
const consuming = { ...common, maxRetriesPerRequest: null } satisfies RedisOptions

/** How long a start waits for a Redis that does not answer. */
const START_PATIENCE_MS = 5_000
/** It is not there, or not yet; anything else, such as a wrong password, is for whoever configured it. */
const AWAY = /^(ECONN|EHOST|ENET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE)/

/**
 * Connects to Redis, or goes on without it and connects when it comes.
 * @throws PmsIntegrationError `SERVICE_UNAVAILABLE` naming the address when it is there and refuses us
 */
export async function openRedisDriver(url: string, report: ReportTrouble, onArrival: () => void): Promise<QueueDriver> {
  const clients = [new Redis(url, producing), new Redis(url, consuming)] as const
  const [producer, consumer] = clients
  const close = async () => {
    for (const client of clients) client.disconnect()
  }
  const arrival = Promise.all(clients.map(isReady))
  arrival.catch(() => {}) // heard by whoever waits for it
  const connecting = Promise.all(clients.map((client) => connect(client, report)))
  try {
    if (await settledWithin(START_PATIENCE_MS, connecting)) await connecting
    else report(queueUnreachable(url, new Error('no answer')))
  } catch (error) {
    const unreachable = queueUnreachable(url, error)
    if (!isAway(error)) {
      await close()
      throw unreachable
    }
    report(unreachable)
  }
  if (clients.some(({ status }) => status !== 'ready')) void arrival.then(onArrival)
  return {
    kind: 'redis',
    producer,
    consumer,
    backend: retryingBackend(createRedisBackend),
    relayBackend: createRedisRelayBackend,
    problem: () =>
      clients.every(({ status }) => status === 'ready')
        ? null
        : 'Redis is away: syncs and webhooks are found in the tables a little later, and live updates wait.',
    arrival,
    close,
  }
}

const isReady = (redis: Redis) => new Promise<void>((resolve) => redis.once('ready', () => resolve()))

const isAway = (error: unknown) => error instanceof Error && 'code' in error && AWAY.test(String(error.code))

async function connect(redis: Redis, report: ReportTrouble): Promise<void> {
  let cause: unknown
  const remember = (error: unknown) => {
    cause ??= error
  }
  redis.on('error', remember)
  try {
    await redis.connect()
  } catch (error) {
    // The promise says only "Connection is closed"; the event before it says why.
    throw cause ?? error
  } finally {
    redis.off('error', remember).on('error', report)
  }
}
