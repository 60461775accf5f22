import { Queue, Relay, Worker } from 'bullmq'
import { PmsIntegrationError } from '../../errors.ts'
import { settledWithin } from '../deadline.ts'
import type { QueueDriver } from './driver.ts'
import { type Late, openLate } from './late.ts'
import { createOutageLog, type ReportTrouble, reasonOf } from './outage-log.ts'
import { openPostgresDriver } from './postgres.ts'
import { openRedisDriver } from './redis.ts'

/**
 * Where jobs wait and messages pass between processes. It holds hints only: PostgreSQL's own tables know every run and
 * every schedule, and whatever is lost here is brought back from them. Disposing closes all that was opened from it.
 */
export interface QueueBackend extends AsyncDisposable {
  readonly kind: 'postgres' | 'redis'
  openQueue(name: string): Promise<JobQueue>
  openWorker(name: string, process: ProcessJob, options: JobWorkerOptions): Promise<JobWorker>
  openRelay(): Promise<MessageRelay>
  /** What keeps it from carrying anything at the moment, for a person; null: nothing that is known. */
  problem(): string | null
}

export interface JobQueue {
  /** Does nothing when a job with this id is waiting or being worked on. Fails soon when the queue is down. */
  add(payload: object, options: JobOptions): Promise<void>
}

export interface JobOptions {
  /** Free to be used again as soon as the job is over. No colons. */
  id: string
  /** Jobs without one go first, then the smaller ones. */
  priority?: number
}

/** A job that throws is logged and forgotten: whoever enqueued it knows from its own table what is left to do. */
export type ProcessJob = (payload: unknown) => Promise<void>

export interface JobWorkerOptions {
  /** Jobs at the same time. */
  concurrency: number
}

export interface JobWorker {
  /** Takes no more jobs, waits up to `graceMs` for those at work, and lets go of the rest. Never fails, never hangs. */
  close(graceMs: number): Promise<void>
}

/** Publish and subscribe over all processes; topics are dot-separated and `*` stands for one segment. */
export type MessageRelay = Pick<Relay, 'publish' | 'subscribe' | 'getCounts' | 'close'>

export interface QueueLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export interface QueueBackendOptions {
  databaseUrl: string
  /** Of the owner of the queue's schema; none: whoever `databaseUrl` names is that, or somebody else migrates. */
  migrationUrl?: string | null
  /** Redis carries the queue instead of PostgreSQL. */
  redisUrl?: string | undefined
  log: QueueLog
  /** Keeps deployments that share one store apart. Letters, digits, `-` and `_`. */
  namespace?: string
}

/** What BullMQ's classes have in common. */
interface Part {
  on(event: 'error', listener: ReportTrouble): unknown
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
}

const CLOSE_TIMEOUT_MS = 3_000

/**
 * Connects, and brings the queue's schema up to date; several processes may do so at once.
 * A Redis that is away is waited for in the background, with a line in the log now and then: until it comes, and whenever it is
 * lost later, what is enqueued or published fails and the tables are all there is.
 * @throws PmsIntegrationError naming the address: `SERVICE_UNAVAILABLE` where PostgreSQL cannot be reached,
 * `CONFIGURATION_INVALID` where Redis refuses us
 */
export async function createQueueBackend(options: QueueBackendOptions): Promise<QueueBackend> {
  const report = createOutageLog(options.log, { subject: 'Job queue' })
  const { redisUrl, databaseUrl, migrationUrl = null } = options
  const driver = await (redisUrl
    ? openRedisDriver(redisUrl, report, () => options.log.info({}, 'Job queue: Redis is there'))
    : openPostgresDriver({ url: databaseUrl, migrationUrl }, report))
  return new BullBackend(driver, options.namespace ?? 'pms', report)
}

class BullBackend implements QueueBackend {
  readonly kind: QueueDriver['kind']
  readonly #driver: QueueDriver
  readonly #namespace: string
  readonly #report: ReportTrouble
  readonly #opened = new AsyncDisposableStack()

  constructor(driver: QueueDriver, namespace: string, report: ReportTrouble) {
    this.kind = driver.kind
    this.#driver = driver
    this.#namespace = namespace
    this.#report = report
    this.#opened.defer(() => driver.close())
  }

  async openQueue(name: string): Promise<JobQueue> {
    const open = () =>
      this.#ready(
        new Queue(
          `${this.#namespace}-${name}`,
          {
            connection: this.#driver.producer,
            // No retries and no history here: the tables have both, and a job that is gone frees its id.
            defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
            streams: { events: { maxLen: 100 } },
          },
          this.#driver.backend,
        ),
      )
    const queue = await this.#late(open)
    return {
      add: async (payload, { id, priority = 0 }) => {
        await queue.get().add(name, payload, { jobId: id, priority })
      },
    }
  }

  async openWorker(name: string, process: ProcessJob, { concurrency }: JobWorkerOptions): Promise<JobWorker> {
    const atWork = new Set<Promise<void>>()
    const open = async () => {
      const worker = new Worker(
        `${this.#namespace}-${name}`,
        async (job) => {
          const work = process(job.data)
          atWork.add(work)
          await work.finally(() => atWork.delete(work))
        },
        {
          connection: this.#driver.consumer,
          concurrency,
          // A worker that fails to start would retry without a pause, so it runs only once it is ready.
          autorun: false,
          // The job of a worker that died is dropped after this long, not run again: that is decided from the tables.
          lockDuration: 15_000,
          stalledInterval: 10_000,
          maxStalledCount: 0,
          runRetryDelay: 1_000,
        },
        this.#driver.backend,
      )
      worker.on('failed', (_job, error) => this.#report(error))
      await this.#ready(worker)
      worker.run().catch(this.#report)
      return worker
    }
    const late = await this.#late(open)
    const close = async (graceMs: number) => {
      late.giveUp()
      const worker = late.peek()
      if (worker === null) return
      await worker.pause(true)
      const idle = await settledWithin(graceMs, Promise.allSettled(atWork))
      await settledWithin(CLOSE_TIMEOUT_MS, worker.close(!idle))
    }
    this.#opened.defer(() => close(0))
    return { close }
  }

  async openRelay(): Promise<MessageRelay> {
    const open = () =>
      this.#ready(
        new Relay({
          connection: this.#driver.producer,
          backend: this.#driver.relayBackend,
          namespace: this.#namespace,
          leaseDuration: 15_000,
        }),
      )
    const relay = await this.#late(open)
    return {
      publish: async (...message) => relay.get().publish(...message),
      subscribe: async (pattern, listener) => relay.get().subscribe(pattern, listener),
      getCounts: async () => relay.get().getCounts(),
      close: async () => relay.peek()?.close(),
    }
  }

  problem(): string | null {
    return this.#driver.problem()
  }

  async #late<T>(open: () => Promise<T>): Promise<Late<T>> {
    const late = await openLate(this.#driver, open, this.#report)
    this.#opened.defer(late.giveUp)
    return late
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#opened.disposeAsync()
  }

  async #ready<T extends Part>(part: T): Promise<T> {
    part.on('error', this.#report)
    this.#opened.defer(async () => {
      await settledWithin(CLOSE_TIMEOUT_MS, part.close())
    })
    try {
      await part.waitUntilReady()
      return part
    } catch (cause) {
      throw new PmsIntegrationError('SERVICE_UNAVAILABLE', `The job queue is down: ${reasonOf(cause)}`, {
        cause,
      })
    }
  }
}
