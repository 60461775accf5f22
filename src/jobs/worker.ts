import { settledWithin } from '../platform/deadline.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import type { QueueBackend } from '../platform/queue/queue.ts'
import type { SyncEngine } from '../sync/engine.ts'
import { startJobs } from './job.ts'
import { repeat } from './repeat.ts'
import { runDueSchedules, type SchedulerDeps } from './scheduler.ts'
import { syncJob } from './sync.ts'

export interface WorkerOptions extends SchedulerDeps {
  backend: QueueBackend
  engine: Pick<SyncEngine, 'request' | 'run' | 'recover'>
  /** Syncs at the same time. */
  concurrency: number
  timing?: Partial<WorkerTiming>
}

export interface WorkerTiming {
  /** How often schedules are looked at. */
  scheduleMs: number
  /** How often runs are looked for that no worker has, such as after the queue lost its jobs. */
  recoverMs: number
  /** How long a shutdown waits for syncs to store their page and stop. */
  graceMs: number
}

const DEFAULT_TIMING: WorkerTiming = { scheduleMs: 5_000, recoverMs: 5_000, graceMs: 10_000 }

/**
 * Executes syncs, starts the scheduled ones and brings back those that lost their worker; the first look is at once, so
 * that a restart resumes what it interrupted. Disposing takes no more work, tells running syncs to stop after their page,
 * and returns when they did, or after the grace time.
 */
export async function startWorker(options: WorkerOptions): Promise<AsyncDisposable> {
  const { backend, engine, log, concurrency } = options
  const timing = { ...DEFAULT_TIMING, ...options.timing }
  const shutdown = new AbortController()
  const jobs = await startJobs(backend, syncJob, { engine, signal: shutdown.signal }, { concurrency, log })
  const loops = [
    repeat(timing.recoverMs, () => engine.recover(), createOutageLog(log, { subject: 'Recovery of syncs' })),
    repeat(timing.scheduleMs, () => runDueSchedules(options), createOutageLog(log, { subject: 'Scheduler' })),
  ]
  return {
    async [Symbol.asyncDispose]() {
      const stopped = loops.map((loop) => loop[Symbol.asyncDispose]())
      shutdown.abort(new Error('The worker is shutting down.'))
      await Promise.all([jobs.close(timing.graceMs), settledWithin(timing.graceMs, Promise.all(stopped))])
    },
  }
}
