import type { SyncLog } from '../../entities/sync-log.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import { runCausedBy } from '../../platform/cause.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import { progressOf, progressTopic } from '../events/progress.ts'
import { findRun } from '../store/runs.ts'
import { requestCancel, sweepRuns } from '../store/unheld-runs.ts'
import { announceEnd, causeOf } from './announce.ts'
import type { EngineDeps } from './deps.ts'
import { waitForEnd } from './wait.ts'

/** How long the answer may wait for the running worker to stop. */
const PATIENCE_MS = 2_500

/** See `SyncEngine.cancel`. */
export async function cancelSync(deps: EngineDeps, syncLogId: string, cancelledBy?: string): Promise<SyncLog> {
  const log = await deps.database.transaction(async (tx) => {
    const found = await requestCancel(tx, syncLogId)
    if (found !== null) auditCancel(tx, found, cancelledBy)
    return found
  })
  if (log === null) throw await notActive(deps, syncLogId)
  await sweep(deps)
  // A worker that has it sees the wish at its next heartbeat.
  return waitForEnd(deps, syncLogId, AbortSignal.timeout(PATIENCE_MS)).catch(() => log)
}

function auditCancel(tx: ScopedTransaction, log: SyncLog, actor: string | undefined): void {
  const { id: syncLogId, hotelId, provider, entityType } = log
  audit(tx, { hotelId, actor, action: 'sync.cancelled', details: { provider, entityType, syncLogId } })
}

/** See `SyncEngine.sweep`. */
export async function sweep(deps: Pick<EngineDeps, 'database' | 'log' | 'events' | 'pubsub'>): Promise<void> {
  for (const log of await sweepRuns(deps.database)) {
    await runCausedBy(causeOf(log), () => {
      announceEnd(deps, log)
      return deps.pubsub.publish(progressTopic(log), progressOf(log))
    })
  }
}

async function notActive({ database }: EngineDeps, syncLogId: string): Promise<PmsIntegrationError> {
  const log = await findRun(database, syncLogId)
  if (log === null) return new PmsIntegrationError('NOT_FOUND', 'There is no such sync.', { field: 'syncLogId' })
  return new PmsIntegrationError('SYNC_NOT_ACTIVE', `The sync has ended as ${log.status}.`)
}
