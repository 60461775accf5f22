import type { SyncLog } from '../../entities/sync-log.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import { claimRun } from '../store/claim.ts'
import { type Engine, existing, workOn } from './slice.ts'

/** See `SyncEngine.run`. */
export async function runSync(engine: Engine, syncLogId: string, shutdown?: AbortSignal): Promise<SyncLog> {
  const claimed = await retryOutage(() => claimRun(engine.database, syncLogId, engine.timing.leaseMs))
  return claimed === null ? existing(engine, syncLogId) : workOn(engine, claimed, { shutdown })
}
