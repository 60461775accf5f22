import { setTimeout as delay } from 'node:timers/promises'
import type { SyncLog } from '../../entities/sync-log.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import { claimRun } from '../store/claim.ts'
import { type Engine, existing, workOn } from './slice.ts'
import { isActive } from './wait.ts'

/** How often a parked run is looked at. */
const LOOK_MS = 500

/** See `SyncEngine.run`. */
export async function runSync(engine: Engine, syncLogId: string, shutdown?: AbortSignal): Promise<SyncLog> {
  for (;;) {
    const claimed = await retryOutage(() => claimRun(engine.database, syncLogId, engine.timing.leaseMs))
    const log = await (claimed === null ? existing(engine, syncLogId) : workOn(engine, claimed, { shutdown }))
    const isParked = isActive(log) && log.waitReason !== null
    if (!isParked || shutdown?.aborted) return log
    await delay(LOOK_MS, undefined, shutdown && { signal: shutdown }).catch(() => {})
  }
}
