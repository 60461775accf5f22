import { createRedisBackend, createRedisRelayBackend } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
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

export async function openRedisDriver(url: string, report: ReportTrouble): Promise<QueueDriver> {
  const producer = new Redis(url, producing)
  const consumer = new Redis(url, consuming)
  const close = async () => {
    producer.disconnect()
    consumer.disconnect()
  }
  try {
    await Promise.all([connect(producer, report), connect(consumer, report)])
  } catch (error) {
    await close()
    throw queueUnreachable(url, error)
  }
  return {
    kind: 'redis',
    producer,
    consumer,
    backend: retryingBackend(createRedisBackend),
    relayBackend: createRedisRelayBackend,
    close,
  }
}

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
  }
  redis.off('error', remember).on('error', report)
}
