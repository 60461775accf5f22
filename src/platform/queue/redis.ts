import { createRedisBackend, createRedisRelayBackend } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import { PmsIntegrationError } from '../../errors.ts'
import { settledWithin } from '../deadline.ts'
import { addressOf, type QueueDriver, queueUnreachable, retryingBackend } from './driver.ts'
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
/** It is not there, or not yet. */
const AWAY = /^(ECONN|EHOST|ENET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE)/
/** It is there and does not want us as we come: with that password, or to that database. */
const REFUSAL = /^(WRONGPASS|NOAUTH|NOPERM|ERR (AUTH|invalid password|DB index|invalid DB))/i

/**
 * Connects to Redis, or goes on without it and connects when it comes.
 * @throws PmsIntegrationError naming the address: `CONFIGURATION_INVALID` when it refuses the password, the user or the
 * database of `url`, `SERVICE_UNAVAILABLE` when something else is wrong with it
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
    if (!isAway(error)) {
      await close()
      throw refused(url, error)
    }
    report(queueUnreachable(url, error))
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

function refused(url: string, cause: unknown): PmsIntegrationError {
  if (!(cause instanceof Error && REFUSAL.test(cause.message))) return queueUnreachable(url, cause)
  const [reason] = cause.message.split('\n')
  return new PmsIntegrationError('CONFIGURATION_INVALID', `REDIS_URL: ${addressOf(url)} refuses us: ${reason}`, {
    cause,
  })
}

async function connect(redis: Redis, report: ReportTrouble): Promise<void> {
  let cause: unknown
  const remember = (error: unknown) => {
    cause ??= error
  }
  redis.on('error', remember)
  try {
    await redis.connect()
    // A number of a database that it does not have is refused after it was ready, and then it is the first one that is used.
    await redis.ping().catch(remember)
  } catch (error) {
    // The promise says only "Connection is closed"; the event before it says why.
    throw cause ?? error
  } finally {
    redis.off('error', remember).on('error', report)
  }
  if (cause !== undefined) throw cause
}
