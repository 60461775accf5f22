import { z } from 'zod'
import type { SyncTrigger } from '../entities/sync-log.ts'
import type { Sql } from '../platform/database/database.ts'
import { settledWithin } from '../platform/deadline.ts'
import type { Logger } from '../platform/logger.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import type { QueueBackend } from '../platform/queue/queue.ts'
import type { SyncEngine } from '../sync/engine.ts'
import { defineJob, type JobSender, openSender } from './job.ts'

interface SyncJobContext {
  engine: Pick<SyncEngine, 'run'>
  /** Aborts when this process shuts down. */
  signal: AbortSignal
}

/** A queue that does not answer must not hold up whoever asked for the sync. */
const ENQUEUE_TIMEOUT_MS = 2_000

const payload = z.object({ syncLogId: z.uuid() })

/** Executes or resumes a run. That it has ended by now, or is in other hands, is the engine's to see: nothing happens. */
export const syncJob = defineJob({
  name: 'sync',
  payload,
  async handle({ syncLogId }, { engine, signal }: SyncJobContext) {
    if (!signal.aborted) await engine.run(syncLogId, signal)
  },
})

export interface SyncQueue {
  /** Asks some worker to take a run. Never fails and soon returns: `SyncEngine.recover` finds runs that got no job. */
  enqueue(syncLogId: string): Promise<void>
}

export interface SyncQueueOptions {
  backend: QueueBackend
  database: Sql
  log: Logger
}

export async function createSyncQueue({ backend, database, log }: SyncQueueOptions): Promise<SyncQueue> {
  const sender = await openSender(backend, syncJob)
  const report = createOutageLog(log, { subject: 'A sync could not be queued and will be found later' })
  return {
    async enqueue(syncLogId) {
      const sent = send(sender, database, syncLogId).catch(report)
      await settledWithin(ENQUEUE_TIMEOUT_MS, sent)
    },
  }
}

/**
 * The job's id names the hold that it asks for: asking twice makes one job, and when a worker dies with a job in its hands
 * the next hold has an id of its own and need not wait until the queue gives the old job up.
 */
async function send(sender: JobSender<z.infer<typeof payload>>, database: Sql, syncLogId: string): Promise<void> {
  const [run] = await database.query<{ leaseToken: number; trigger: SyncTrigger }>(
    `SELECT lease_token AS "leaseToken", trigger FROM pms_sync_log WHERE id = $1`,
    [syncLogId],
  )
  // A person who waits goes before a thousand hotels that are due at midnight.
  const priority = run?.trigger === 'SCHEDULED' ? 1 : 0
  await sender.add({ syncLogId }, { id: `${syncLogId}-${run?.leaseToken ?? 0}`, priority })
}
