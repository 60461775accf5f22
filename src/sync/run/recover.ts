import { findOrphans } from '../store/runs.ts'
import { closeCancelled } from './cancel.ts'
import type { EngineDeps } from './deps.ts'

/** See `SyncEngine.recover`. */
export async function recoverRuns(deps: EngineDeps): Promise<string[]> {
  await closeCancelled(deps)
  const orphans = await findOrphans(deps.database, deps.timing.requeueMs)
  for (const { id, status } of orphans) {
    // A queued run may just be waiting for its turn; one that was running has lost its worker.
    const level = status === 'RUNNING' ? 'info' : 'debug'
    deps.log[level]({ syncLogId: id, status }, 'A sync without a worker is handed to the queue again')
    await deps.enqueue(id)
  }
  return orphans.map(({ id }) => id)
}
