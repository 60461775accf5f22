import { z } from 'zod'
import { settledWithin } from '../platform/deadline.ts'
import type { Logger } from '../platform/logger.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import type { QueueBackend } from '../platform/queue/queue.ts'
import type { Inbox } from '../webhooks/inbox/inbox.ts'
import { defineJob, openSender, startJobs } from './job.ts'
import { repeat } from './repeat.ts'

interface WebhookJobContext {
  inbox: Pick<Inbox, 'drain'>
  /** Aborts when this process shuts down. */
  signal: AbortSignal
}

/** Processes what is due in the inbox of one configuration. That it is empty or in other hands is no matter. */
export const webhookJob = defineJob({
  name: 'webhook',
  payload: z.object({ configurationId: z.uuid() }),
  async handle({ configurationId }, { inbox, signal }: WebhookJobContext) {
    if (!signal.aborted) await inbox.drain(configurationId, signal)
  },
})

export interface InboxQueue extends Disposable {
  /** Asks some worker to look into an inbox. Returns at once and never fails: `Inbox.recover` finds what got no job. */
  enqueue(configurationId: string): void
}

/** A busy hotel asks once in this time and not for every message. */
const ENQUEUE_EVERY_MS = 100

export async function createInboxQueue(backend: QueueBackend, log: Logger): Promise<InboxQueue> {
  const sender = await openSender(backend, webhookJob)
  const report = createOutageLog(log, { subject: 'Webhooks could not be queued and will be found later' })
  const asked = new Map<string, NodeJS.Timeout>()
  const send = (configurationId: string) => {
    asked.delete(configurationId)
    // A job of this second; a worker that is at work meanwhile looks once more before it rests.
    const id = `${configurationId}-${Math.floor(Date.now() / 1000)}`
    sender.add({ configurationId }, { id }).catch(report)
  }
  return {
    enqueue(configurationId) {
      if (asked.has(configurationId)) return
      asked.set(configurationId, setTimeout(send, ENQUEUE_EVERY_MS, configurationId).unref())
    },
    [Symbol.dispose]() {
      for (const timer of asked.values()) clearTimeout(timer)
    },
  }
}

export interface InboxWorkerOptions {
  backend: QueueBackend
  inbox: Pick<Inbox, 'drain' | 'recover' | 'guardGaps' | 'purge'>
  /** Inboxes at the same time. */
  concurrency: number
  log: Logger
  timing?: Partial<typeof DEFAULT_TIMING>
}

const DEFAULT_TIMING = {
  /** How often inboxes are looked for that have something due and no job, such as retries. */
  recoverMs: 1_000,
  /** How often silence is looked for. */
  guardMs: 2_000,
  purgeMs: 3_600_000,
  graceMs: 10_000,
}

/** Empties inboxes and guards against gaps. Disposing lets what is under way finish, up to the grace time. */
export async function startInboxWorker(options: InboxWorkerOptions): Promise<AsyncDisposable> {
  const { backend, inbox, concurrency, log } = options
  const { recoverMs, guardMs, purgeMs, graceMs } = { ...DEFAULT_TIMING, ...options.timing }
  const shutdown = new AbortController()
  const jobs = await startJobs(backend, webhookJob, { inbox, signal: shutdown.signal }, { concurrency, log })
  const loops = [
    repeat(recoverMs, () => inbox.recover(), createOutageLog(log, { subject: 'Recovery of webhooks' })),
    repeat(guardMs, () => inbox.guardGaps(), createOutageLog(log, { subject: 'Gap guard' })),
    repeat(purgeMs, () => inbox.purge(), createOutageLog(log, { subject: 'Purge of webhooks' })),
  ]
  return {
    async [Symbol.asyncDispose]() {
      const stopped = loops.map((loop) => loop[Symbol.asyncDispose]())
      shutdown.abort(new Error('The worker is shutting down.'))
      await Promise.all([jobs.close(graceMs), settledWithin(graceMs, Promise.all(stopped))])
    },
  }
}

const REACHABLE_EVERY_MS = 5_000

/** Notes again and again that webhooks can reach this process; the first time before this resolves. */
export async function keepReachable(inbox: Pick<Inbox, 'noteReachable'>, log: Logger): Promise<AsyncDisposable> {
  await inbox.noteReachable()
  return repeat(REACHABLE_EVERY_MS, () => inbox.noteReachable(), createOutageLog(log, { subject: 'Webhook receiver' }))
}
