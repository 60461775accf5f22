import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../src/platform/database/database.ts'
import { createQueueBackend } from '../../../src/platform/queue/queue.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { eventually } from '../../kit/eventually.ts'
import { openTestQueue, QUEUE_KINDS } from '../../kit/queue-backends.ts'
import { startTcpProxy } from '../../kit/tcp-proxy.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const ONE_AT_A_TIME = { concurrency: 1 }
const ignore = { info() {}, warn() {} }

describe.each(QUEUE_KINDS)('on %s', (kind) => {
  test('a job reaches a worker of another process, once, however often it was added', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await testQueue.backend.openQueue('work')
    for (let i = 0; i < 5; i++) await queue.add({ n: 1 }, { id: 'a' })
    await queue.add({ n: 2 }, { id: 'b' })
    const seen: unknown[] = []
    await (await testQueue.another()).openWorker('work', async (payload) => void seen.push(payload), ONE_AT_A_TIME)
    await eventually(() => expect(seen).toEqual([{ n: 1 }, { n: 2 }]))
  })

  test('the id of a job that is over can be used again, also when it failed', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await testQueue.backend.openQueue('work')
    let runs = 0
    await testQueue.backend.openWorker('work', () => Promise.reject(new Error(`boom ${++runs}`)), ONE_AT_A_TIME)
    for (const run of [1, 2, 3]) {
      await eventually(async () => {
        await queue.add({}, { id: 'a' })
        expect(runs).toBeGreaterThanOrEqual(run)
      })
    }
    expect(testQueue.lines.map(({ message }) => message)).toContain('Job queue: boom 1')
  })

  test('jobs without a priority go first', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await testQueue.backend.openQueue('work')
    await queue.add({ n: 'later' }, { id: 'a', priority: 1 })
    await queue.add({ n: 'first' }, { id: 'b' })
    const seen: unknown[] = []
    await testQueue.backend.openWorker('work', async (payload) => void seen.push(payload), ONE_AT_A_TIME)
    await eventually(() => expect(seen).toEqual([{ n: 'first' }, { n: 'later' }]))
  })

  test('closing waits until the job at work is over and takes no other', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await testQueue.backend.openQueue('work')
    const started = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const ended: unknown[] = []
    const worker = await testQueue.backend.openWorker(
      'work',
      async (payload) => {
        started.resolve()
        await mayEnd.promise
        ended.push(payload)
      },
      ONE_AT_A_TIME,
    )
    await queue.add({ n: 1 }, { id: 'a' })
    await queue.add({ n: 2 }, { id: 'b' })
    await started.promise
    const closed = worker.close(10_000)
    mayEnd.resolve()
    await closed
    expect(ended).toEqual([{ n: 1 }])
    await queue.add({ n: 3 }, { id: 'a' })
    await testQueue.backend.openWorker('work', async (payload) => void ended.push(payload), ONE_AT_A_TIME)
    await eventually(() => expect(ended).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]))
  })

  test('closing lets go of a job that does not end', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await testQueue.backend.openQueue('work')
    const started = Promise.withResolvers<void>()
    const hang = () => {
      started.resolve()
      return new Promise<void>(() => {})
    }
    const worker = await testQueue.backend.openWorker('work', hang, ONE_AT_A_TIME)
    await queue.add({}, { id: 'a' })
    await started.promise
    await expect(worker.close(100)).resolves.toBeUndefined()
  })

  test('a worker comes back by itself after an outage, and the log is not flooded', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using proxy = await startTcpProxy(testQueue.url)
    const seen: unknown[] = []
    const behind = await testQueue.another(proxy.url)
    const queue = await behind.openQueue('work')
    await behind.openWorker('work', async (payload) => void seen.push(payload), { concurrency: 4 })
    await queue.add({ n: 1 }, { id: 'a' })
    await eventually(() => expect(seen).toHaveLength(1))

    proxy.cut()
    for (let i = 0; i < 20; i++) await expect(queue.add({}, { id: `lost-${i}` })).rejects.toThrow()
    await eventually(() => expect(proxy.refused).toBeGreaterThan(5))
    proxy.restore()

    await (await testQueue.backend.openQueue('work')).add({ n: 2 }, { id: 'b' })
    await eventually(() => expect(seen).toContainEqual({ n: 2 }))
    expect(testQueue.lines.length).toBeLessThan(10)
  })
})

describe('on postgres', () => {
  test('a start without the store fails and names it, without the password', async () => {
    const databaseUrl = 'postgresql://user:hunter2@127.0.0.1:1/hotels'
    const error = await createQueueBackend({ databaseUrl, log: ignore }).catch((e) => e)
    expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: expect.stringContaining('127.0.0.1:1/') })
    expect(error.message).toContain('ECONNREFUSED')
    expect(error.message).not.toContain('hunter2')
  })

  test('processes that start together on an empty database all come up', async () => {
    await using empty = await openTestDatabase()
    const starts = Array.from({ length: 5 }, () => createQueueBackend({ databaseUrl: empty.url, log: ignore }))
    for (const backend of await Promise.all(starts)) await backend[Symbol.asyncDispose]()
    expect(await empty.query('SELECT max(version) > 0 AS migrated FROM bullmq.migration')).toEqual([{ migrated: true }])
  })

  test('a process holds few connections, and none after disposing', async () => {
    await using own = await openTestDatabase()
    const connections = async () => {
      const [row] = await own.query<{ count: number }>(
        `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
         AND (application_name LIKE 'pms-%' OR application_name LIKE 'bullmq%')`,
      )
      return row?.count
    }
    const backend = await createQueueBackend({ databaseUrl: own.url, log: ignore })
    const queue = await backend.openQueue('work')
    await backend.openRelay()
    await backend.openWorker('work', async () => {}, { concurrency: 8 })
    await Promise.all(Array.from({ length: 50 }, (_, i) => queue.add({}, { id: `job-${i}` })))
    expect(await connections()).toBeLessThanOrEqual(6)
    await backend[Symbol.asyncDispose]()
    await eventually(async () => expect(await connections()).toBe(0))
  })
})
