import { z } from 'zod'
import { settledWithin } from '../platform/deadline.ts'
import type { Logger } from '../platform/logger.ts'
import { createOutageLog } from '../platform/queue/outage-log.ts'
import type { QueueBackend } from '../platform/queue/queue.ts'
import type { Crew } from './crew.ts'
import { defineJob, openSender } from './job.ts'

/** A queue that does not answer must not hold up whoever asked for the sync. */
const ENQUEUE_TIMEOUT_MS = 2_000

/**
 * A ticket: some run is due. It wakes whoever gets it, and binds nobody: which run is taken is decided by the tables. A
 * process without room keeps its ticket until it has, so that others get the next ones. The id only tells tickets apart.
 */
export const syncJob = defineJob({
  name: 'sync',
  payload: z.object({ syncLogId: z.uuid() }),
  async handle(_, crew: Pick<Crew, 'room' | 'wake'>) {
    await crew.room()
    await crew.wake()
  },
})

export interface SyncQueue {
  /** Wakes some worker for a run. Never fails and soon returns: workers look for runs that got no ticket. */
  enqueue(syncLogId: string): Promise<void>
}

export async function createSyncQueue({ backend, log }: { backend: QueueBackend; log: Logger }): Promise<SyncQueue> {
  const sender = await openSender(backend, syncJob)
  const report = createOutageLog(log, { subject: 'No worker could be woken for a sync; it will be found' })
  return {
    async enqueue(syncLogId) {
      await settledWithin(ENQUEUE_TIMEOUT_MS, sender.add({ syncLogId }, { id: syncLogId }).catch(report))
    },
  }
}
