import type { ConfigurationKey } from '../configurations/rows.ts'
import type { SyncLog } from '../entities/sync-log.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import { cancelSync, sweep } from './run/cancel.ts'
import type { EngineDeps } from './run/deps.ts'
import { createLeaseKeeper, type Renewal } from './run/lease-keeper.ts'
import { openPageGates } from './run/pacing/hands.ts'
import { countReplayable } from './run/replay-failures.ts'
import { type ReplayRequest, requestReplay, requestSync, type SyncRequest } from './run/request.ts'
import { runSync } from './run/run.ts'
import { type Engine, type SliceOptions, workOn } from './run/slice.ts'
import { waitForEnd } from './run/wait.ts'
import { claimNext, findWaiting, type Turn, type Waiting } from './store/claim.ts'
import { type Lease, renewRuns } from './store/held-runs.ts'
import { tryNow } from './try-now.ts'

/** The engine. All of its methods throw `PmsIntegrationError`. */
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
  /** Takes the run whose turn it is; null when none is due. */
  claim(turn: Omit<Turn, 'leaseMs'>): Promise<SyncLog | null>
  /**
   * Works on a claimed run until it ends, makes room for others, or is lost; returns it as it stands then. A vendor's
   * failure ends the run as FAILED and does not throw; only a lost database does.
   */
  work(claimed: SyncLog, options?: SliceOptions): Promise<SyncLog>
  /**
   * Executes a run that is due, or resumes one whose worker is gone, whose ever turn it is; returns it as it ended. A run
   * that another worker holds is left alone.
   */
  run(syncLogId: string, signal?: AbortSignal): Promise<SyncLog>
  /** Whether runs wait for a worker. */
  findWaiting(credentialKeys: readonly string[]): Promise<Waiting>
  /**
   * Asks an active run to stop; a queued one ends at once, a running one at its next page boundary, within 2 s.
   * @throws NOT_FOUND, SYNC_NOT_ACTIVE
   */
  cancel(syncLogId: string, cancelledBy?: string): Promise<SyncLog>
  /**
   * Asks a PMS again at once, however long it wanted to be left alone: lifts the pause of the hotel's credential and makes
   * the hotel's runs due that wait. Other hotels' runs are left where they are; the first good answer wakes them.
   * @returns the id of the configuration
   * @throws NOT_FOUND, CONFIGURATION_DISABLED
   */
  tryNow(key: ConfigurationKey, askedBy?: string): Promise<string>
  /** Resolves when the run has ended, or with the run as it stands when `signal` aborts. */
  waitForEnd(syncLogId: string, signal?: AbortSignal): Promise<SyncLog>
  /** Ends runs that are to be cancelled or over their time and that no worker holds. Every worker calls it each second. */
  sweep(): Promise<void>
}

export function createSyncEngine(deps: EngineDeps): SyncEngine {
  const leases = createLeaseKeeper(renewals(deps), deps.timing)
  const engine: Engine = { ...deps, leases, gates: openPageGates(deps.pagesInHand) }
  const { leaseMs } = deps.timing
  return {
    request: (request) => requestSync(ofHotel(deps, request.hotelId), request),
    requestReplay: (request) => requestReplay(ofHotel(deps, request.hotelId), request),
    countReplayable: (request) => countReplayable(ofHotel(deps, request.hotelId).database, request),
    run: (syncLogId, signal) => runSync(engine, syncLogId, signal),
    tryNow: (key, askedBy) => tryNow(ofHotel(deps, key.hotelId), key, askedBy),
    cancel: (syncLogId, cancelledBy) => cancelSync(deps, syncLogId, cancelledBy),
    waitForEnd: (syncLogId, signal) => waitForEnd(deps, syncLogId, signal),
    claim: (turn) => claimNext(deps.database, { ...turn, leaseMs }),
    work: (claimed, options = {}) => workOn(engine, claimed, options),
    findWaiting: (credentialKeys) => findWaiting(deps.database, credentialKeys),
    sweep: () => sweep(deps),
  }
}

function renewals({ database }: EngineDeps) {
  return async (leases: readonly Lease[], leaseMs: number): Promise<Renewal<Lease>[]> => {
    const renewed = new Map((await renewRuns(database, leases, leaseMs)).map((one) => [one.id, one]))
    return leases.flatMap((lease) => {
      const one = renewed.get(lease.syncLogId)
      return one === undefined ? [] : [{ lease, stop: one.isUnwanted ? 'CANCELLED' : one.isLate ? 'OVER_TIME' : null }]
    })
  }
}
