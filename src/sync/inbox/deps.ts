import type { Metrics } from '../../platform/metrics.ts'
import type { EngineDeps } from '../deps.ts'
import type { SyncEngine } from '../engine.ts'

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

/** How an inbox is emptied. */
export const INBOX_TIMING = {
  /** An entity is fetched at most once in this time, however many events name it. */
  coalesceMs: 1_000,
  /** A worker that is gone holds the inbox for no longer than this. */
  leaseMs: 10_000,
  /** Events wait for an owed backfill, but not longer than this. */
  holdMs: 10 * 60_000,
  /** How often an event that waits is looked at again. */
  recheckMs: 2_000,
  /** First delay of a retry; doubles with each try. */
  retryBaseMs: 30_000,
  /** Tries until an event is dead. */
  maxAttempts: 5,
  /** Events of one look into the inbox: what names the same entity is settled by the same fetch. */
  batchSize: 1_000,
  /** Entities that are fetched before what was found is stored. */
  maxEntities: 50,
} as const
