import type { SyncLog } from '../entities/sync-log.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import { cancelSync } from './run/cancel.ts'
import type { EngineDeps } from './run/deps.ts'
import { recoverRuns } from './run/recover.ts'
import { countReplayable } from './run/replay-failures.ts'
import { type ReplayRequest, requestReplay, requestSync, type SyncRequest } from './run/request.ts'
import { runSync } from './run/run.ts'
import { waitForEnd } from './run/wait.ts'

/** The engine's doors. All of them throw `PmsIntegrationError`. */
export interface SyncEngine {
  /**
   * Validates, records a QUEUED run and hands it to the queue.
   * @throws UNKNOWN_PROVIDER, NOT_FOUND, CONFIGURATION_DISABLED, UNSUPPORTED_CAPABILITY, BAD_USER_INPUT,
   * SYNC_ALREADY_RUNNING (`details.syncLogId` is the active run)
   */
  request(request: SyncRequest): Promise<SyncLog>
  /** Records a QUEUED run that takes quarantined items through today's mapping again. */
  requestReplay(request: ReplayRequest): Promise<SyncLog>
  /** How many open failures a replay would take. */
  countReplayable(request: ReplayRequest): Promise<number>
  /**
   * Executes a queued run, or resumes one whose worker is gone; returns it as it ended. A run that another worker holds
   * is left alone. A vendor's failure ends the run as FAILED and does not throw; only a lost database does.
   */
  run(syncLogId: string, signal?: AbortSignal): Promise<SyncLog>
  /**
   * Asks an active run to stop; a queued one ends at once, a running one at its next page boundary, within 2 s.
   * @throws NOT_FOUND, SYNC_NOT_ACTIVE
   */
  cancel(syncLogId: string): Promise<SyncLog>
  /** Resolves when the run has ended. */
  waitForEnd(syncLogId: string, signal?: AbortSignal): Promise<SyncLog>
  /**
   * Finds active runs whose worker is gone (lease expired) or whose job was lost, and hands them to the queue again;
   * ends those that were to be cancelled. Every worker calls it now and then.
   * @returns ids handed to the queue
   */
  recover(): Promise<string[]>
}

export function createSyncEngine(deps: EngineDeps): SyncEngine {
  return {
    request: (request) => requestSync(ofHotel(deps, request.hotelId), request),
    requestReplay: (request) => requestReplay(ofHotel(deps, request.hotelId), request),
    countReplayable: (request) => countReplayable(ofHotel(deps, request.hotelId).database, request),
    run: (syncLogId, signal) => runSync(deps, syncLogId, signal),
    cancel: (syncLogId) => cancelSync(deps, syncLogId),
    waitForEnd: (syncLogId, signal) => waitForEnd(deps, syncLogId, signal),
    recover: () => recoverRuns(deps),
  }
}
