import { z } from 'zod'
import type { Changes } from '../changes/changes.ts'
import type { Change } from '../entities/change.ts'
import { PmsIntegrationError } from '../errors.ts'
import { settledWithin } from '../platform/deadline.ts'
import type { Logger } from '../platform/logger.ts'
import { createPlaces } from '../platform/places.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import type { QueueBackend } from '../platform/queue/queue.ts'
import { type Crew, createCrew } from './crew.ts'
import { defineJob, openSender, startJobs } from './job.ts'
import { repeat } from './repeat.ts'

/** A ticket: some change is due. See `syncJob`. */
export const changeJob = defineJob({
  name: 'change',
  payload: z.object({ changeId: z.uuid() }),
  async handle(_, crew: Pick<Crew, 'room' | 'wake'>) {
    await crew.room()
    await crew.wake()
  },
})

/** A queue that does not answer must not hold up whoever asked for the change. */
const ENQUEUE_TIMEOUT_MS = 500

export interface ChangeQueue {
  /** Wakes some worker for a change. Never fails and soon returns: workers look for changes that got no ticket. */
  enqueue(changeId: string): Promise<void>
}

export async function createChangeQueue({
  backend,
  log,
}: {
  backend: QueueBackend
  log: Logger
}): Promise<ChangeQueue> {
  const sender = await openSender(backend, changeJob)
  const report = createOutageLog(log, { subject: 'No worker could be woken for a change; it will be found' })
  let sent = 0
  return {
    async enqueue(changeId) {
      sent += 1
      const ticket = sender.add({ changeId }, { id: `${changeId}-${process.pid}-${sent}` })
      await settledWithin(ENQUEUE_TIMEOUT_MS, ticket.catch(report))
    },
  }
}

export interface ChangeWorkerOptions {
  backend: QueueBackend
  changes: Pick<Changes, 'claim' | 'work' | 'sweep'>
  log: Logger
  timing?: Partial<typeof DEFAULT_TIMING>
}

const DEFAULT_TIMING = {
  /** How often changes are looked for that are due again, or got no ticket. */
  lookMs: 1_000,
  /** How often those are ended that were not sent in time. */
  sweepMs: 1_000,
  graceMs: 10_000,
}

/** Places of their own: no walk of any hotel stands in the way of a change. */
const PLACES = { atWork: 64, inAll: 256, slowMs: 2_000 }

/** Sends changes, one of each thing at a time. Disposing lets what is under way finish, up to the grace time. */
export async function startChangeWorker(options: ChangeWorkerOptions): Promise<AsyncDisposable> {
  const { backend, changes, log } = options
  const { lookMs, sweepMs, graceMs } = { ...DEFAULT_TIMING, ...options.timing }
  const shutdown = new AbortController()
  const crew = createCrew<Change>({
    places: createPlaces(PLACES),
    claim: () => changes.claim(),
    kindOf: ({ hotelId, provider }) => `${hotelId} ${provider}`,
    work: (change) => changes.work(change, shutdown.signal),
    onError: createOutageLog(log, { subject: 'A change was left to another worker' }),
  })
  const tickets = await startJobs(backend, changeJob, crew, { concurrency: 1, log })
  const loops = [
    repeat(lookMs, crew.wake, createOutageLog(log, { subject: 'Looking for changes' })),
    repeat(sweepMs, () => changes.sweep(), createOutageLog(log, { subject: 'Ending of changes' })),
  ]
  return {
    async [Symbol.asyncDispose]() {
      const stopped = loops.map((loop) => loop[Symbol.asyncDispose]())
      const closing = [crew.close(graceMs / 2), tickets.close(graceMs), settledWithin(graceMs, Promise.all(stopped))]
      await closing[0]
      shutdown.abort(new PmsIntegrationError('SERVICE_UNAVAILABLE', 'The worker is shutting down.'))
      await Promise.all([...closing, crew.close(graceMs / 2)])
    },
  }
}
