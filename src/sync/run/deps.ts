import type { Connection } from '../../configurations/connection.ts'
import type { ScopedDatabase } from '../../platform/database/database.ts'
import type { Logger } from '../../platform/logger.ts'
import type { PubSub } from '../../platform/pubsub/pubsub.ts'
import type { Clock, PmsProviderAdapter, ProviderContext } from '../../providers/provider.ts'
import type { WaitNotice } from '../../providers/transport/http.ts'
import type { Vault } from '../../security/vault.ts'
import type { EventBus } from '../events/events.ts'
import type { HoldTiming } from './lease.ts'

/** What the engine is built from. */
export interface EngineDeps {
  /** Of all hotels; what is done for one is done within it: see of-hotel.ts. */
  readonly database: ScopedDatabase
  readonly vault: Vault
  readonly pubsub: PubSub
  readonly events: EventBus
  readonly log: Logger
  readonly clock: Clock
  readonly timing: EngineTiming
  /** The provider of a key; throws UNKNOWN_PROVIDER. */
  adapters(key: string): PmsProviderAdapter
  /** Everything that a provider may touch during one run. */
  openContext(options: ContextOptions): ProviderContext
  /** Tells the queue of a run to execute. The queue is a hint: when it is down, `recover` finds the run again. */
  enqueue(syncLogId: string): Promise<void>
}

export interface ContextOptions {
  adapter: PmsProviderAdapter
  connection: Connection
  signal: AbortSignal
  onWait?(notice: WaitNotice): void
  /** Longest wait for a vendor's allowance in one request; the transport has a default. */
  maxWaitMs?: number
}

export interface EngineTiming extends HoldTiming {
  /** A queued run that no worker took for this long is handed to the queue again. */
  requeueMs: number
}

export const DEFAULT_TIMING: EngineTiming = {
  leaseMs: 10_000,
  heartbeatMs: 1_000,
  stallMs: 300_000,
  requeueMs: 15_000,
}
