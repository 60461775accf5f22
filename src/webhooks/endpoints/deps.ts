import type { Metrics } from '../../platform/metrics.ts'
import type { SyncEngine } from '../../sync/engine.ts'
import type { EngineDeps } from '../../sync/run/deps.ts'

/** What the inbox is built from: all that the engine has, and the engine. */
export interface InboxDeps extends Omit<EngineDeps, 'timing' | 'enqueue'> {
  readonly engine: Pick<SyncEngine, 'request'>
  /** Tells the queue of an inbox with something in it. A hint: `waiting` finds it again when the queue is down. */
  enqueueInbox(configurationId: string): void
  /** Counts what comes in. */
  readonly metrics?: Pick<Metrics, 'countAccepted'>
  /** From 0 to 1; spreads retries. */
  random(): number
}
