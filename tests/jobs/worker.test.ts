import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SyncLog, SyncTrigger } from '../../src/entities/sync-log.ts'
import { createSyncQueue, type SyncQueue } from '../../src/jobs/sync.ts'
import { startWorker, type WorkerTiming } from '../../src/jobs/worker.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { QueueBackend } from '../../src/platform/queue/queue.ts'
import type { SyncEngine } from '../../src/sync/engine.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { openTestQueue, QUEUE_KINDS } from '../kit/queue-backends.ts'
import { silentLog } from '../kit/services.ts'
import { startTcpProxy } from '../kit/tcp-proxy.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const ONCE_AN_HOUR: WorkerTiming = { scheduleMs: 3_600_000, recoverMs: 3_600_000, graceMs: 5_000 }

/** An engine that only notes what it is asked to run. */
function fakeEngine(changes: Partial<SyncEngine> = {}) {
  const ran: string[] = []
  const run = async (syncLogId: string): Promise<SyncLog> => {
    ran.push(syncLogId)
    return {} as SyncLog
  }
  const request = () => Promise.reject(new Error('Nothing is due here'))
  return { ran, run, request, recover: async () => [] as string[], ...changes }
}

type FakeEngine = ReturnType<typeof fakeEngine>

function workerOn(backend: QueueBackend, engine: FakeEngine, timing: Partial<WorkerTiming> = {}) {
  return startWorker({
    backend,
    engine,
    database,
    clock: { now: () => new Date() },
    log: silentLog,
    concurrency: 2,
    timing: { ...ONCE_AN_HOUR, ...timing },
  })
}

const queueOn = (backend: QueueBackend) => createSyncQueue({ backend, database, log: silentLog })

async function addRun(trigger: SyncTrigger = 'MANUAL', leaseToken = 0): Promise<string> {
  const id = randomUUID()
  await database.query(
    `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, lease_token)
     VALUES ($1, $2, 'mock', 'ROOM', 'FULL', $3, $4)`,
    [id, `hotel-${id}`, trigger, leaseToken],
  )
  return id
}

/** Jobs go in order, so a last one that ran proves that nothing else is left. */
async function drain(queue: SyncQueue, engine: FakeEngine): Promise<void> {
  const last = await addRun('SCHEDULED')
  await queue.enqueue(last)
  await eventually(() => expect(engine.ran).toContain(last))
  engine.ran.pop()
}

describe.each(QUEUE_KINDS)('on %s', (kind) => {
  test('a run that is enqueued is executed by a worker of another process', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const engine = fakeEngine()
    await using _ = await workerOn(await testQueue.another(), engine)
    const id = await addRun()
    await (await queueOn(testQueue.backend)).enqueue(id)
    await eventually(() => expect(engine.ran).toEqual([id]))
  })

  test('asking twice makes one job; asking for the next hold makes another', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await queueOn(testQueue.backend)
    const id = await addRun()
    await Promise.all([queue.enqueue(id), queue.enqueue(id), queue.enqueue(id)])
    await database.query('UPDATE pms_sync_log SET lease_token = 1 WHERE id = $1', [id])
    await queue.enqueue(id)
    const engine = fakeEngine()
    await using _ = await workerOn(testQueue.backend, engine)
    await drain(queue, engine)
    expect(engine.ran).toEqual([id, id])
  })

  test('a person who waits goes before what is due', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await queueOn(testQueue.backend)
    const scheduled = await addRun('SCHEDULED')
    const manual = await addRun('MANUAL')
    await queue.enqueue(scheduled)
    await queue.enqueue(manual)
    const engine = fakeEngine()
    await using _ = await workerOn(testQueue.backend, engine)
    await eventually(() => expect(engine.ran).toEqual([manual, scheduled]))
  })

  test('a queue that is down fails nobody who enqueues', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using proxy = await startTcpProxy(testQueue.url)
    const lines: string[] = []
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
    const queue = await createSyncQueue({ backend: await testQueue.another(proxy.url), database, log })
    const id = await addRun()
    proxy.cut()
    await expect(queue.enqueue(id)).resolves.toBeUndefined()
    expect(lines).toHaveLength(1)
    proxy.restore()
    proxy.freeze()
    await expect(queue.enqueue(id)).resolves.toBeUndefined()
  })

  test('a start resumes at once what was interrupted', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await queueOn(testQueue.backend)
    const interrupted = await addRun('MANUAL', 3)
    const engine = fakeEngine({
      async recover() {
        await queue.enqueue(interrupted)
        return [interrupted]
      },
    })
    await using _ = await workerOn(testQueue.backend, engine)
    await eventually(() => expect(engine.ran).toEqual([interrupted]))
  })

  test('runs whose jobs were all lost are executed nevertheless', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await queueOn(testQueue.backend)
    const runs = await Promise.all(Array.from({ length: 5 }, () => addRun()))
    const left = new Set(runs)
    for (const id of runs) await queue.enqueue(id)
    await testQueue.loseJobs(database)
    const engine = fakeEngine({
      async run(id) {
        left.delete(id)
        return {} as SyncLog
      },
      async recover() {
        for (const id of left) await queue.enqueue(id)
        return [...left]
      },
    })
    await using _ = await workerOn(testQueue.backend, engine, { recoverMs: 20 })
    await eventually(() => expect(left.size).toBe(0))
  })

  test('a shutdown stops running syncs, waits for them and takes no other', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await queueOn(testQueue.backend)
    const started: string[] = []
    const stopped: string[] = []
    const engine = fakeEngine({
      async run(id, signal) {
        started.push(id)
        await new Promise((stop) => signal?.addEventListener('abort', stop))
        await new Promise(setImmediate)
        stopped.push(id)
        return {} as SyncLog
      },
    })
    const worker = await workerOn(testQueue.backend, engine)
    for (let i = 0; i < 4; i++) await queue.enqueue(await addRun())
    await eventually(() => expect(started).toHaveLength(2))
    await worker[Symbol.asyncDispose]()
    expect(stopped).toHaveLength(2)
    expect(started).toHaveLength(2)
  })

  test('a shutdown does not wait for a sync that does not stop', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const started = Promise.withResolvers<void>()
    const engine = fakeEngine({
      run: () => {
        started.resolve()
        return new Promise(() => {})
      },
    })
    const worker = await workerOn(testQueue.backend, engine, { graceMs: 100 })
    await (await queueOn(testQueue.backend)).enqueue(await addRun())
    await started.promise
    await expect(worker[Symbol.asyncDispose]()).resolves.toBeUndefined()
  })

  test('trouble in the database or in a run stops neither the worker nor its maintenance', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const queue = await queueOn(testQueue.backend)
    const cursed = await addRun()
    let looks = 0
    const engine = fakeEngine({
      async recover() {
        if (++looks < 3) throw new Error('Connection terminated unexpectedly')
        return []
      },
    })
    const run = engine.run
    engine.run = async (id) => {
      if (id === cursed) throw new Error('the database is away')
      return run(id)
    }
    await using _ = await workerOn(testQueue.backend, engine, { recoverMs: 5 })
    await queue.enqueue(cursed)
    await drain(queue, engine)
    await eventually(() => expect(looks).toBeGreaterThan(3))
  })

  test('a job of another version is dropped, and the next one runs', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const raw = await testQueue.backend.openQueue('sync')
    await raw.add({ runs: ['of tomorrow'] }, { id: 'strange' })
    const engine = fakeEngine()
    await using _ = await workerOn(testQueue.backend, engine)
    await drain(await queueOn(testQueue.backend), engine)
    expect(engine.ran).toEqual([])
  })
})
