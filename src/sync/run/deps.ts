import type { Connection } from '../../configurations/connection.ts'
import type { ScopedDatabase } from '../../platform/database/database.ts'
import type { Logger } from '../../platform/logger.ts'
import type { PubSub } from '../../platform/pubsub/pubsub.ts'
import type { Tracing } from '../../platform/tracing/tracing.ts'
import type { Clock, PmsProviderAdapter, ProviderContext } from '../../providers/provider.ts'
import type { WaitNotice } from '../../providers/transport/http.ts'
import type { Lane } from '../../providers/transport/lanes.ts'
import type { Parking } from '../../providers/transport/parked.ts'
import type { Vault } from '../../security/vault.ts'
import type { EventBus } from '../events/events.ts'
import type { KeeperTiming } from './lease-keeper.ts'

/** What the engine is built from. */
export interface EngineDeps {
  /** Of all hotels; what is done for one is done within it: see of-hotel.ts. */
  readonly database: ScopedDatabase
  readonly vault: Vault
  readonly pubsub: PubSub
  readonly events: EventBus
  readonly log: Logger
  readonly clock: Clock
  readonly tracing: Tracing
  readonly timing: KeeperTiming
  /** Pages that this process has in memory at a time; eight unless it is configured. */
  readonly pagesInHand?: number
  /** From 0 to 1; spreads retries. */
  random(): number
  /** The provider of a key; throws UNKNOWN_PROVIDER. */
  adapters(key: string): PmsProviderAdapter
  /** Everything that a provider may touch during one run. */
  openContext(options: ContextOptions): ProviderContext
  /** Wakes a worker for a run that is due. A hint: without it workers look every second. */
  enqueue(syncLogId: string): Promise<void>
}

export interface ContextOptions {
  adapter: PmsProviderAdapter
  connection: Connection
  signal: AbortSignal
  onWait?(notice: WaitNotice): void
  /** Left out: every wait is waited for. */
  parking?: Parking
  /** Limits of one request; the transport has defaults: for a vendor's allowance, for an answer, and for tries. */
  maxWaitMs?: number
  timeoutMs?: number
  maxRetries?: number
  /** A connection test: what comes of it stops no run. */
  isTrial?: boolean
  /** What of the vendor's allowance it may take; WALKS unless it says otherwise. */
  lane?: Lane
  /** A walk that leaves the allowance to others, see `HttpClientOptions.goesLast`. */
  goesLast?: boolean
  /** See `HttpClientOptions.onLeaving`. */
  onLeaving?(): Promise<void>
}

export const DEFAULT_TIMING: KeeperTiming = {
  leaseMs: 10_000,
  heartbeatMs: 1_000,
  stallMs: 300_000,
}
