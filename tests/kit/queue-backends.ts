import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { inject } from 'vitest'
import type { Sql } from '../../src/platform/database/database.ts'
import { createQueueBackend, type QueueBackend } from '../../src/platform/queue/queue.ts'

/** PostgreSQL always, Redis when this run was given one: the same suite holds for both. */
export const QUEUE_KINDS: readonly QueueBackend['kind'][] = inject('redisUrl') ? ['postgres', 'redis'] : ['postgres']

/** One deployment's queue, apart from all others on the same store. Disposing leaves nothing of it on Redis. */
export interface TestQueue extends AsyncDisposable {
  readonly backend: QueueBackend
  /** Lines that this queue's processes logged. */
  readonly lines: { facts: object; message: string }[]
  /** Another process of the same deployment. @param url goes there by way of a proxy, for instance */
  another(url?: string): Promise<QueueBackend>
  /** Where the store is. */
  readonly url: string
  /** The store loses every job. */
  loseJobs(database: Sql): Promise<void>
}

export async function openTestQueue(kind: QueueBackend['kind'], databaseUrl: string): Promise<TestQueue> {
  const namespace = `test-${randomUUID()}`
  const lines: TestQueue['lines'] = []
  const log = { info() {}, warn: (facts: object, message: string) => void lines.push({ facts, message }) }
  const opened = new AsyncDisposableStack()
  const storeUrl = kind === 'redis' ? (inject('redisUrl') ?? '') : databaseUrl
  const another = async (url = storeUrl) => {
    const store = kind === 'redis' ? { databaseUrl, redisUrl: url } : { databaseUrl: url }
    return opened.use(await createQueueBackend({ ...store, log, namespace }))
  }
  if (kind === 'redis') opened.defer(() => deleteKeys(storeUrl, `*${namespace}*`))
  return {
    backend: await another(),
    lines,
    another,
    url: storeUrl,
    async loseJobs(database) {
      if (kind === 'redis') await deleteKeys(storeUrl, `bull:${namespace}-*`)
      else await database.query('DELETE FROM bullmq.job WHERE queue LIKE $1', [`${namespace}-%`])
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

async function deleteKeys(url: string, pattern: string): Promise<void> {
  const redis = new Redis(url)
  const keys = await redis.keys(pattern)
  if (keys.length > 0) await redis.del(keys)
  redis.disconnect()
}
