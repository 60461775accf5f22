import type { SyncLog } from '../entities/sync-log.ts'
import { settledWithin } from '../platform/deadline.ts'
import { createPlaces, type Place } from '../platform/places.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import type { QueueBackend } from '../platform/queue/queue.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import type { SyncEngine } from '../sync/engine.ts'
import { createCrew } from './crew.ts'
import { startJobs } from './job.ts'
import { repeat } from './repeat.ts'
import { runDueSchedules, type SchedulerDeps } from './scheduler.ts'
import { plantSlices, runDueSlices, slicesOfProviders } from './slices.ts'
import { syncJob } from './sync.ts'

export interface WorkerOptions extends SchedulerDeps {
  backend: QueueBackend
  engine: Pick<SyncEngine, 'request' | 'claim' | 'work' | 'findWaiting' | 'sweep'>
  /** Those whose slices are due by themselves; none unless given. */
  providers?: readonly PmsProviderAdapter[]
  timing?: Partial<WorkerTiming>
}

export interface WorkerTiming {
  /** How often schedules are looked at. */
  scheduleMs: number
  /** How often runs are looked for that nobody was woken for, and that nobody holds and have to end. */
  lookMs: number
  /** A run that has been at work for so long makes room, if somebody waits. */
  sliceMs: number
  /** How long a shutdown waits for syncs to store their page and stop. */
  graceMs: number
}

const DEFAULT_TIMING: WorkerTiming = { scheduleMs: 5_000, lookMs: 1_000, sliceMs: 2_000, graceMs: 5_000 }

/** How often it is looked which configurations lack the due time of a slice. */
const PLANT_MS = 30_000

/** A run whose vendor is silent costs neither time nor a connection, so that many of them find room. */
const PLACES = { atWork: 64, inAll: 512, slowMs: 2_000 }
/** Of the runs at work, while others wait: for a vendor that goes down with a thousand hotels. */
const PROVIDER_SHARE = 48

/**
 * Executes syncs, starts the scheduled ones and ends those that have to; the first look is at once, so that a restart
 * resumes what it interrupted. Disposing takes no more work, tells running syncs to stop after their page, and returns
 * when they did, or after the grace time.
 */
export async function startWorker(options: WorkerOptions): Promise<AsyncDisposable> {
  const { backend, engine, log } = options
  const timing = { ...DEFAULT_TIMING, ...options.timing }
  const shutdown = new AbortController()
  const slices = slicesOfProviders(options.providers ?? [])
  const runs = createRunCrew(options, timing, shutdown.signal)
  const tickets = await startJobs(backend, syncJob, runs.crew, { concurrency: 1, log })
  const loops = [
    repeat(timing.lookMs, runs.look, createOutageLog(log, { subject: 'Looking for syncs' })),
    repeat(timing.lookMs, () => engine.sweep(), createOutageLog(log, { subject: 'Ending of syncs' })),
    repeat(timing.scheduleMs, () => runDueSchedules(options), createOutageLog(log, { subject: 'Scheduler' })),
    repeat(timing.scheduleMs, () => runDueSlices(options), createOutageLog(log, { subject: 'Scheduler of slices' })),
    repeat(
      PLANT_MS,
      () => plantSlices(options.database, slices),
      createOutageLog(log, { subject: 'Due times of slices' }),
    ),
  ]
  return {
    async [Symbol.asyncDispose]() {
      const stopped = loops.map((loop) => loop[Symbol.asyncDispose]())
      shutdown.abort(new Error('The worker is shutting down.'))
      const { graceMs } = timing
      const closing = [runs.crew.close(graceMs), tickets.close(graceMs), settledWithin(graceMs, Promise.all(stopped))]
      await Promise.all(closing)
    },
  }
}

/** The runs that a process works on, and who waits for their places. */
function createRunCrew({ engine, log }: WorkerOptions, { sliceMs }: WorkerTiming, shutdown: AbortSignal) {
  const places = createPlaces(PLACES)
  const atWork = new Set<SyncLog>()
  const waiting = { isSomebody: false, credentialKeys: new Set<string>() }
  const isOver = ({ credentialKey }: SyncLog, { enteredAtMs }: Place) =>
    performance.now() - enteredAtMs >= sliceMs &&
    (waiting.isSomebody || (credentialKey !== null && waiting.credentialKeys.has(credentialKey)))
  const crew = createCrew<SyncLog>({
    places,
    async claim(isOldest) {
      const without = places.crowded(PROVIDER_SHARE - 1)
      const claimed = await engine.claim({ isOldest, without })
      return claimed ?? (without.length === 0 ? null : engine.claim({ isOldest, without: [] }))
    },
    kindOf: ({ provider }) => provider,
    async work(run, place) {
      atWork.add(run)
      await engine.work(run, { shutdown, place, isOver: () => isOver(run, place) }).finally(() => atWork.delete(run))
    },
    onError: createOutageLog(log, { subject: 'A sync was left to another worker' }),
  })
  const look = async () => {
    await crew.wake()
    if (atWork.size === 0) return
    const keys = new Set([...atWork].flatMap(({ credentialKey }) => credentialKey ?? []))
    const found = await engine.findWaiting([...keys])
    waiting.isSomebody = found.isSomebody && places.isFull
    waiting.credentialKeys = new Set(found.credentialKeys)
  }
  return { crew, look }
}
