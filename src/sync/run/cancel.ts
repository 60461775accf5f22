import type { SyncLog } from '../../entities/sync-log.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { progressOf, progressTopic } from '../events/progress.ts'
import { endCancelled, findRun, requestCancel } from '../store/runs.ts'
import { announceEnd } from './announce.ts'
import type { EngineDeps } from './deps.ts'
import { waitForEnd } from './wait.ts'

/** How long the answer may wait for the running worker to stop. */
const PATIENCE_MS = 2_500

/** See `SyncEngine.cancel`. */
export async function cancelSync(deps: EngineDeps, syncLogId: string): Promise<SyncLog> {
  const log = await requestCancel(deps.database, syncLogId)
  if (log === null) throw await notActive(deps, syncLogId)
  await closeCancelled(deps)
  // A worker that has it sees the wish at its next heartbeat.
  return waitForEnd(deps, syncLogId, AbortSignal.timeout(PATIENCE_MS)).catch(() => log)
}

/** Ends every run that is to be cancelled and has no worker: a wish must not need a living one. */
export async function closeCancelled(deps: EngineDeps): Promise<void> {
  for (const log of await endCancelled(deps.database)) {
    announceEnd(deps, log)
    await deps.pubsub.publish(progressTopic(log), progressOf(log))
  }
}

async function notActive({ database }: EngineDeps, syncLogId: string): Promise<PmsIntegrationError> {
  const log = await findRun(database, syncLogId)
  if (log === null) return new PmsIntegrationError('NOT_FOUND', 'There is no such sync.', { field: 'syncLogId' })
  return new PmsIntegrationError('SYNC_NOT_ACTIVE', `The sync has ended as ${log.status}.`)
}
