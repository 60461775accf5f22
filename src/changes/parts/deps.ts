import type { PmsProviderAdapter } from '../../providers/provider.ts'
import type { SyncEngine } from '../../sync/engine.ts'
import type { EngineDeps } from '../../sync/run/deps.ts'

/** What changes are made from: all that the engine has, and the engine. */
export interface ChangeDeps
  extends Pick<
    EngineDeps,
    'database' | 'vault' | 'pubsub' | 'events' | 'log' | 'clock' | 'random' | 'adapters' | 'openContext'
  > {
  readonly engine: Pick<SyncEngine, 'request'>
  listProviders(): readonly PmsProviderAdapter[]
  readonly changeTiming: ChangeTiming
  /** Wakes a worker for a change that is due. A hint: without it workers look every second. */
  enqueueChange(changeId: string): Promise<void>
}

export interface ChangeTiming {
  /** How long a worker may have a change; nothing of it leaves after three quarters of that. */
  readonly leaseMs: number
  /** Of one request. */
  readonly timeoutMs: number
  /** Longest that may pass between what is noted before a request and its first byte. */
  readonly leaveWithinMs: number
  /** How long the PMS may take to show what it said yes to. */
  readonly showMs: number
  /** How often it is looked for meanwhile. */
  readonly lookEveryMs: number
  readonly maxSendings: number
}

export const CHANGE_TIMING: ChangeTiming = {
  leaseMs: 60_000,
  timeoutMs: 30_000,
  leaveWithinMs: 5_000,
  showMs: 60_000,
  lookEveryMs: 1_000,
  maxSendings: 3,
}
