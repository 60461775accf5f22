import type { z } from 'zod'
import type { Logger } from '../platform/logger.ts'
import type { JobOptions, JobWorker, JobWorkerOptions, QueueBackend } from '../platform/queue/queue.ts'

/** A kind of job. It has a queue of its own, so that long jobs never stand in the way of short ones. */
export interface Job<Payload, Context> {
  /** Also the queue's name: lower case. */
  readonly name: string
  /** Checked when a job is added and again when it runs: the process that added it may be of another version. */
  readonly payload: z.ZodType<Payload>
  handle(payload: Payload, context: Context): Promise<void>
}

export interface JobSender<Payload> {
  /** @throws ZodError for a payload that is not one; whatever the queue throws while it is down */
  add(payload: Payload, options: JobOptions): Promise<void>
}

/** Declares a job; a file each. */
export function defineJob<Payload extends object, Context>(job: Job<Payload, Context>): Job<Payload, Context> {
  return job
}

export async function openSender<Payload extends object>(
  backend: QueueBackend,
  job: Job<Payload, never>,
): Promise<JobSender<Payload>> {
  const queue = await backend.openQueue(job.name)
  return { add: async (payload, options) => queue.add(job.payload.parse(payload), options) }
}

/** Starts working on jobs of one kind. A job that fails is logged and over; its own table says what is left to do. */
export function startJobs<Payload, Context>(
  backend: QueueBackend,
  job: Job<Payload, Context>,
  context: Context,
  { log, ...options }: JobWorkerOptions & { log: Logger },
): Promise<JobWorker> {
  const process = async (payload: unknown) => {
    try {
      await job.handle(job.payload.parse(payload), context)
    } catch (error) {
      log.error({ job: job.name, payload, err: error }, `A ${job.name} job failed`)
    }
  }
  return backend.openWorker(job.name, process, options)
}
