import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { createSyncQueue } from '../../src/jobs/sync.ts'
import { startWorker, type WorkerOptions, type WorkerTiming } from '../../src/jobs/worker.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { QueueBackend } from '../../src/platform/queue/queue.ts'
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

/** Only tickets wake it. */
const SELDOM: WorkerTiming = { scheduleMs: 3_600_000, lookMs: 3_600_000, sliceMs: 3_600_000, graceMs: 5_000 }

type FakeEngine = ReturnType<typeof fakeEngine>

/** An engine whose runs are a list, and that only notes what it works on. */
function fakeEngine(changes: Partial<WorkerOptions['engine']> = {}) {
  const due: SyncLog[] = []
  const ran: string[] = []
  return {
    due,
    ran,
    add(provider = 'mock') {
      const run = { id: randomUUID(), provider, credentialKey: null } as SyncLog
      due.push(run)
      return run.id
    },
    request: () => Promise.reject(new Error('Nothing is due here')),
    claim: async () => due.shift() ?? null,
    async work(run: SyncLog) {
      ran.push(run.id)
      return run
    },
    findWaiting: async () => ({ isSomebody: due.length > 0, credentialKeys: [] }),
    sweep: async () => {},
    ...changes,
  }
}

function workerOn(backend: QueueBackend, engine: FakeEngine, timing: Partial<WorkerTiming> = {}) {
  const clock = { now: () => new Date() }
  return startWorker({ backend, engine, database, clock, log: silentLog, timing: { ...SELDOM, ...timing } })
}

const queueOn = (backend: QueueBackend) => createSyncQueue({ backend, log: silentLog })

describe.each(QUEUE_KINDS)('on %s', (kind) => {
  test('a run that is asked for wakes a worker of another process', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const engine = fakeEngine()
    await using _ = await workerOn(await testQueue.another(), engine)
    const queue = await queueOn(testQueue.backend)
    const id = engine.add()
    await queue.enqueue(id)
    await eventually(() => expect(engine.ran).toEqual([id]))
  })

  test('one ticket is enough for everything that is due', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const engine = fakeEngine()
    await using _ = await workerOn(testQueue.backend, engine)
    const ids = Array.from({ length: 20 }, () => engine.add())
    await (await queueOn(testQueue.backend)).enqueue(randomUUID())
    await eventually(() => expect(engine.ran).toEqual(ids))
  })

  test('runs whose tickets were all lost are executed nevertheless', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const engine = fakeEngine()
    const queue = await queueOn(testQueue.backend)
    const ids = Array.from({ length: 5 }, () => engine.add())
    for (const id of ids) await queue.enqueue(id)
    await testQueue.loseJobs(database)
    await using _ = await workerOn(testQueue.backend, engine, { lookMs: 20 })
    await eventually(() => expect(engine.ran).toEqual(ids))
  })

  test('a queue that is down fails nobody who enqueues', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using proxy = await startTcpProxy(testQueue.url)
    const lines: string[] = []
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
    const queue = await createSyncQueue({ backend: await testQueue.another(proxy.url), log })
    proxy.cut()
    await expect(queue.enqueue(randomUUID())).resolves.toBeUndefined()
    expect(lines).toHaveLength(1)
    proxy.restore()
    proxy.freeze()
    await expect(queue.enqueue(randomUUID())).resolves.toBeUndefined()
  })

  test('a shutdown stops running syncs, waits for them and takes no other', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const [started, stopped]: [string[], string[]] = [[], []]
    const engine = fakeEngine({
      async work(run, { shutdown } = {}) {
        started.push(run.id)
        await new Promise((stop) => shutdown?.addEventListener('abort', stop))
        engine.add()
        await new Promise(setImmediate)
        stopped.push(run.id)
        return run
      },
    })
    const ids = [engine.add(), engine.add()]
    const worker = await workerOn(testQueue.backend, engine)
    await eventually(() => expect(started).toEqual(ids))
    await worker[Symbol.asyncDispose]()
    expect({ started, stopped }).toEqual({ started: ids, stopped: ids })
  })

  test('a shutdown does not wait for a sync that does not stop', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const started = Promise.withResolvers<void>()
    const engine = fakeEngine({
      work: () => {
        started.resolve()
        return new Promise(() => {})
      },
    })
    engine.add()
    const worker = await workerOn(testQueue.backend, engine, { graceMs: 100 })
    await started.promise
    await worker[Symbol.asyncDispose]()
  })

  test('trouble in the database or in a run stops neither the worker nor its looks', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    let [claims, sweeps] = [0, 0]
    const engine = fakeEngine({
      async claim() {
        claims += 1
        if (claims < 3) throw new Error('Connection terminated unexpectedly')
        return engine.due.shift() ?? null
      },
      async work(run) {
        if (run.id === cursed) throw new Error('the database is away')
        engine.ran.push(run.id)
        return run
      },
      async sweep() {
        sweeps += 1
        if (sweeps < 3) throw new Error('Connection terminated unexpectedly')
      },
    })
    const cursed = engine.add()
    const id = engine.add()
    await using _ = await workerOn(testQueue.backend, engine, { lookMs: 5 })
    await eventually(() => expect([engine.ran, sweeps > 3]).toEqual([[id], true]))
  })

  test('a ticket of another version is dropped, and the next one wakes', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    const raw = await testQueue.backend.openQueue('sync')
    const engine = fakeEngine()
    await using _ = await workerOn(testQueue.backend, engine)
    await raw.add({ runs: ['of tomorrow'] }, { id: 'strange' })
    const id = engine.add()
    await (await queueOn(testQueue.backend)).enqueue(id)
    await eventually(() => expect(engine.ran).toEqual([id]))
  })
})

test('runs whose vendor is silent leave their places to others', async () => {
  await using testQueue = await openTestQueue('postgres', database.url)
  const engine = fakeEngine({
    work(run, { place } = {}) {
      engine.ran.push(run.id)
      if (run.provider !== 'silent') return Promise.resolve(run)
      place?.waiting()
      return new Promise(() => {})
    },
  })
  for (let i = 0; i < 100; i++) engine.add('silent')
  const healthy = engine.add()
  await using _ = await workerOn(testQueue.backend, engine, { lookMs: 20, graceMs: 10 })
  await eventually(() => expect(engine.ran).toContain(healthy))
})

test('a run makes room after its slice if somebody waits, and not before', async () => {
  await using testQueue = await openTestQueue('postgres', database.url)
  const asked: boolean[] = []
  const waiting: string[] = []
  const engine = fakeEngine({
    findWaiting: async () => ({ isSomebody: false, credentialKeys: waiting }),
    async work(run, { isOver } = {}) {
      asked.push(isOver?.() ?? false)
      waiting.push('of one account')
      await eventually(() => expect(isOver?.()).toBe(true))
      asked.push(true)
      return run
    },
  })
  engine.due.push({ id: randomUUID(), provider: 'mock', credentialKey: 'of one account' } as SyncLog)
  await using _ = await workerOn(testQueue.backend, engine, { lookMs: 5, sliceMs: 10 })
  await eventually(() => expect(asked).toEqual([false, true]))
})
