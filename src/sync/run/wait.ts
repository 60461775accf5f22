import { setTimeout as delay } from 'node:timers/promises'
import { ACTIVE_SYNC_STATUSES, type SyncLog } from '../../entities/sync-log.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { findRun } from '../store/runs.ts'
import type { EngineDeps } from './deps.ts'

const FIRST_LOOK_MS = 25
const LAST_LOOK_MS = 1_000

export const isActive = (log: Pick<SyncLog, 'status'>) => ACTIVE_SYNC_STATUSES.some((status) => status === log.status)

/**
 * Looks at the run until it has ended, ever less often. The row is the truth; no message has to arrive for this to end.
 * @returns the run as it was seen last: one that goes on when `signal` aborts before its end
 */
export async function waitForEnd({ database }: EngineDeps, syncLogId: string, signal?: AbortSignal): Promise<SyncLog> {
  for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(waitMs * 2, LAST_LOOK_MS)) {
    const log = await findRun(database, syncLogId)
    if (log === null) throw new PmsIntegrationError('NOT_FOUND', 'There is no such sync.', { field: 'syncLogId' })
    if (!isActive(log) || signal?.aborted) return log
    await delay(waitMs, undefined, { signal }).catch(() => {}) // wanted at once
  }
}
