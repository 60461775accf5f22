import type { Changes } from '../../changes/changes.ts'
import type { ConfigurationCommands } from '../../configurations/configurations.ts'
import type { Distribution } from '../../distribution/distribution.ts'
import type { FreshnessReader } from '../../insights/read-freshness.ts'
import type { Database, ScopedDatabase } from '../../platform/database/database.ts'
import { type ReadShares, shareDatabase } from '../../platform/database/shares.ts'
import type { Logger } from '../../platform/logger.ts'
import type { PubSub } from '../../platform/pubsub/pubsub.ts'
import type { Tracing } from '../../platform/tracing/tracing.ts'
import type { Clock, PmsProviderAdapter } from '../../providers/provider.ts'
import { scopeOf } from '../../security/policy.ts'
import type { RateLimit } from '../../security/rate-limit.ts'
import type { Viewer } from '../../security/viewer.ts'
import type { SyncEngine } from '../../sync/engine.ts'
import type { Inbox } from '../../webhooks/inbox/inbox.ts'
import { createLoaders, type Loaders } from '../loaders/loaders.ts'
import type { CursorCodec } from '../paging/cursor.ts'

/** What the resolvers call; the same for every operation. */
export interface ApiServices {
  readonly database: Pick<Database, 'within'>
  readonly engine: SyncEngine
  readonly configurations: ConfigurationCommands
  readonly freshness: FreshnessReader
  readonly inbox: Inbox
  readonly changes: Changes
  readonly distribution: Distribution
  readonly pubsub: PubSub
  readonly cursors: CursorCodec
  /** Of the database's connections, by viewer. */
  readonly shares: ReadShares
  /** How often a viewer may test credentials at a PMS. */
  readonly connectionTests: RateLimit
  readonly log: Logger
  readonly clock: Clock
  readonly tracing: Tracing
  /** Every provider that a hotel can connect to. */
  listProviders(): readonly PmsProviderAdapter[]
  /** Whether the SDL is told to callers without a token. */
  readonly isSchemaPublic: boolean
  /** Where others reach this service, without a trailing slash. */
  publicUrl(): string
}

/** What is known of one operation. */
export interface ApiContext extends Omit<ApiServices, 'database'> {
  /** Within the viewer's hotels. */
  readonly database: ScopedDatabase
  /** Null when no token was sent. */
  readonly viewer: Viewer | null
  readonly requestId: string
  /** A signal that is aborted when nobody waits for the answer any more. Made when asked for: hardly anything does. */
  signal(): AbortSignal
  /** Rows read so far. Each mutation and each event of a subscription starts with none. */
  loaders: Loaders
}

export function createContext(
  services: ApiServices,
  operation: Pick<ApiContext, 'viewer' | 'requestId' | 'signal'>,
): ApiContext {
  const { viewer } = operation
  const database = shareDatabase(services.database.within(scopeOf(viewer)), viewer?.subject ?? '', services.shares)
  return { ...services, ...operation, database, loaders: createLoaders({ ...services, database }, viewer) }
}
