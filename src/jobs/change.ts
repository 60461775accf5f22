import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { Changes } from '../changes/changes.ts'
import { kindOf } from '../changes/sending/claim.ts'
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

/** Where changes come in a crowd, one ticket in this time is enough. */
const TICKET_EVERY_MS = 20

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
  const send = async (changeId: string) => {
    sent += 1
    await sender.add({ changeId }, { id: `${changeId}-${process.pid}-${sent}` }).catch(report)
  }
  let underWay: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = (changeId: string) => {
    const ticket = send(changeId)
    underWay = Promise.all([ticket, delay(TICKET_EVERY_MS, undefined, { ref: false })]).then(() => {
      underWay = null
    })
    return ticket
  }
  // Whoever is woken takes all that is due: those that come while a ticket is on its way share the one after it.
  const share = (changeId: string) => {
    if (underWay === null) return start(changeId)
    next ??= underWay.then(() => {
      next = null
      return start(changeId)
    })
    return next
  }
  return {
    async enqueue(changeId) {
      await settledWithin(ENQUEUE_TIMEOUT_MS, share(changeId))
    },
  }
}

export interface ChangeWorkerOptions {
  backend: QueueBackend
  changes: Pick<Changes, 'claim' | 'claimItems' | 'work' | 'workAll' | 'sweep' | 'lookBack'>
  log: Logger
  timing?: Partial<typeof DEFAULT_TIMING>
}

const DEFAULT_TIMING = {
  /** How often changes are looked for that are due again, or got no ticket. */
  lookMs: 1_000,
  /** How often those are ended that were not sent in time. */
  sweepMs: 1_000,
  /** How often it is looked whether something was done twice; the PMS itself is asked once a night. */
  lookBackMs: 60_000,
  graceMs: 10_000,
}

/** Places of their own: no walk of any hotel stands in the way of a change. */
const PLACES = { atWork: 64, inAll: 256, slowMs: 2_000 }

/** Those of sets stand in the way of no single change, and those of one hotel not of another's. */
const SET_PLACES = { atWork: 16, inAll: 64, slowMs: 2_000 }
const OF_ONE_CONNECTION = 3

/** Sends changes, one of each thing at a time. Disposing lets what is under way finish, up to the grace time. */
export async function startChangeWorker(options: ChangeWorkerOptions): Promise<AsyncDisposable> {
  const { backend, changes, log } = options
  const { lookMs, sweepMs, lookBackMs, graceMs } = { ...DEFAULT_TIMING, ...options.timing }
  const shutdown = new AbortController()
  const crew = createCrew<Change>({
    places: createPlaces(PLACES),
    claim: () => changes.claim(),
    kindOf: ({ hotelId, provider }) => kindOf(hotelId, provider),
    work: (change) => changes.work(change, shutdown.signal),
    onError: createOutageLog(log, { subject: 'A change was left to another worker' }),
  })
  const places = createPlaces(SET_PLACES)
  const setCrew = createCrew<readonly Change[]>({
    places,
    claim: async () => {
      const claimed = await changes.claimItems(places.crowded(OF_ONE_CONNECTION - 1))
      return claimed.length === 0 ? null : claimed
    },
    kindOf: ([first]) => kindOf(first?.hotelId ?? '', first?.provider ?? ''),
    work: (items) => changes.workAll(items, shutdown.signal),
    onError: createOutageLog(log, { subject: 'Items of a set were left to another worker' }),
  })
  const both = {
    room: () => crew.room(),
    wake: async () => void (await Promise.all([crew.wake(), setCrew.wake()])),
  }
  const tickets = await startJobs(backend, changeJob, both, { concurrency: 1, log })
  const loops = [
    repeat(lookMs, crew.wake, createOutageLog(log, { subject: 'Looking for changes' })),
    repeat(lookMs, setCrew.wake, createOutageLog(log, { subject: 'Looking for items of sets' })),
    repeat(sweepMs, () => changes.sweep(), createOutageLog(log, { subject: 'Ending of changes' })),
    repeat(lookBackMs, () => changes.lookBack(), createOutageLog(log, { subject: 'Looking back at changes' })),
  ]
  return {
    async [Symbol.asyncDispose]() {
      const stopped = loops.map((loop) => loop[Symbol.asyncDispose]())
      const close = () => Promise.all([crew, setCrew].map((each) => each.close(graceMs / 2)))
      const closing = [close(), tickets.close(graceMs), settledWithin(graceMs, Promise.all(stopped))]
      await closing[0]
      shutdown.abort(new PmsIntegrationError('SERVICE_UNAVAILABLE', 'The worker is shutting down.'))
      await Promise.all([...closing, close()])
    },
  }
}
