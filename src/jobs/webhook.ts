import { z } from 'zod'
import { settledWithin } from '../platform/deadline.ts'
import type { Logger } from '../platform/logger.ts'
import { createPlaces } from '../platform/places.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import type { QueueBackend } from '../platform/queue/queue.ts'
import type { Inbox } from '../webhooks/inbox/inbox.ts'
import type { InboxLease } from '../webhooks/inbox/leases.ts'
import { type Crew, createCrew } from './crew.ts'
import { defineJob, openSender, startJobs } from './job.ts'
import { repeat } from './repeat.ts'

/** A ticket: some inbox has something in it. See `syncJob`. */
export const webhookJob = defineJob({
  name: 'webhook',
  payload: z.object({ configurationId: z.uuid() }),
  async handle(_, crew: Pick<Crew, 'room' | 'wake'>) {
    await crew.room()
    await crew.wake()
  },
})

export interface InboxQueue extends Disposable {
  /** Makes an inbox due and wakes some worker. Returns at once and never fails: `Inbox.recover` finds what was lost. */
  enqueue(configurationId: string): void
}

/** A busy hotel wakes once in this time and not for every message. */
const ENQUEUE_EVERY_MS = 100

export interface InboxQueueOptions {
  backend: QueueBackend
  /** Makes inboxes due. @returns those that somebody has at hand: they are to be woken again */
  wake(configurationIds: readonly string[]): Promise<readonly string[]>
  log: Logger
}

export async function createInboxQueue({ backend, wake, log }: InboxQueueOptions): Promise<InboxQueue> {
  const sender = await openSender(backend, webhookJob)
  const report = createOutageLog(log, { subject: 'No worker could be woken for webhooks; they will be found' })
  const asked = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let sent = 0
  const send = async () => {
    timer = undefined
    const configurationIds = [...asked]
    asked.clear()
    for (const busy of await wake(configurationIds)) enqueue(busy)
    sent += 1
    // One ticket for all of them: whoever gets it takes on what there is.
    const [configurationId = ''] = configurationIds
    await sender.add({ configurationId }, { id: `${configurationId}-${process.pid}-${sent}` })
  }
  const enqueue = (configurationId: string) => {
    asked.add(configurationId)
    timer ??= setTimeout(() => void send().catch(report), ENQUEUE_EVERY_MS).unref()
  }
  return { enqueue, [Symbol.dispose]: () => clearTimeout(timer) }
}

export interface InboxWorkerOptions {
  backend: QueueBackend
  inbox: Pick<Inbox, 'claim' | 'work' | 'recover' | 'guardGaps'>
  log: Logger
  timing?: Partial<typeof DEFAULT_TIMING>
}

const DEFAULT_TIMING = {
  /** How often inboxes are looked for that have something due, such as retries. */
  lookMs: 1_000,
  /** How often inboxes are looked for whose waking was lost. */
  recoverMs: 5_000,
  /** How often silence is looked for. */
  guardMs: 2_000,
  graceMs: 5_000,
}

/** One whose PMS is silent costs neither time nor a connection. */
const PLACES = { atWork: 64, inAll: 512, slowMs: 2_000 }

/** Empties inboxes and guards against gaps. Disposing lets what is under way finish, up to the grace time. */
export async function startInboxWorker(options: InboxWorkerOptions): Promise<AsyncDisposable> {
  const { backend, inbox, log } = options
  const { lookMs, recoverMs, guardMs, graceMs } = { ...DEFAULT_TIMING, ...options.timing }
  const shutdown = new AbortController()
  const crew = createCrew<InboxLease>({
    places: createPlaces(PLACES),
    claim: () => inbox.claim(),
    kindOf: () => 'inbox',
    work: (lease, place) => inbox.work(lease, { shutdown: shutdown.signal, place }),
    onError: createOutageLog(log, { subject: 'An inbox was left to another worker' }),
  })
  const tickets = await startJobs(backend, webhookJob, crew, { concurrency: 1, log })
  const loops = [
    repeat(lookMs, crew.wake, createOutageLog(log, { subject: 'Looking for webhooks' })),
    repeat(recoverMs, () => inbox.recover(), createOutageLog(log, { subject: 'Recovery of webhooks' })),
    repeat(guardMs, () => inbox.guardGaps(), createOutageLog(log, { subject: 'Gap guard' })),
  ]
  return {
    async [Symbol.asyncDispose]() {
      const stopped = loops.map((loop) => loop[Symbol.asyncDispose]())
      shutdown.abort(new Error('The worker is shutting down.'))
      await Promise.all([crew.close(graceMs), tickets.close(graceMs), settledWithin(graceMs, Promise.all(stopped))])
    },
  }
}

const REACHABLE_EVERY_MS = 5_000

/** Notes again and again that webhooks can reach this process; the first time before this resolves. */
export async function keepReachable(inbox: Pick<Inbox, 'noteReachable'>, log: Logger): Promise<AsyncDisposable> {
  await inbox.noteReachable()
  return repeat(REACHABLE_EVERY_MS, () => inbox.noteReachable(), createOutageLog(log, { subject: 'Webhook receiver' }))
}
