import { type ConfigurationCommands, createConfigurationCommands } from './configurations/configurations.ts'
import { createSharedRateBudget } from './configurations/shared-rate-budget.ts'
import { openDashboard } from './http/dashboard/build.ts'
import { createHttpServer } from './http/server.ts'
import { createFreshnessReader } from './insights/read-freshness.ts'
import { createSyncQueue } from './jobs/sync.ts'
import { createInboxQueue, keepReachable, startInboxWorker } from './jobs/webhook.ts'
import { startWorker } from './jobs/worker.ts'
import type { Config } from './platform/config.ts'
import { openDatabase, type ScopedDatabase } from './platform/database/database.ts'
import { openDatabaseServer } from './platform/database/server.ts'
import type { Logger } from './platform/logger.ts'
import { createMetrics } from './platform/metrics.ts'
import type { PubSub } from './platform/pubsub/pubsub.ts'
import { createRelayPubSub } from './platform/pubsub/relay-pubsub.ts'
import { createQueueBackend } from './platform/queue/queue.ts'
import { createProviderContext, createProviderRuntime } from './providers/context.ts'
import { getProviderAdapter, listProviderAdapters } from './providers/registry.ts'
import { deriveSecret } from './security/derive-secret.ts'
import { resolveKeys } from './security/dev-keys.ts'
import { createVault } from './security/vault.ts'
import { createAuthenticator } from './security/viewer.ts'
import { createSyncDoors, type SyncDoors } from './sync/doors.ts'
import { createSyncEngine, type SyncEngine } from './sync/engine.ts'
import { createEventBus, type EventBus } from './sync/events/events.ts'
import { type ContextOptions, DEFAULT_TIMING } from './sync/run/deps.ts'
import { createBookingDoor } from './webhooks/booking-door.ts'
import { createInbox, type Inbox } from './webhooks/inbox/inbox.ts'

/** What a process does: answer requests, execute syncs, both, or neither (a command that uses the engine itself). */
export const ROLES = ['all', 'api', 'worker', 'none'] as const
export type Role = (typeof ROLES)[number]

export interface App extends AsyncDisposable {
  readonly database: ScopedDatabase
  readonly engine: SyncEngine
  /** The engine for callers in this process: one call, one result. */
  readonly doors: SyncDoors
  readonly configurations: ConfigurationCommands
  readonly inbox: Inbox
  readonly events: EventBus
  readonly pubsub: PubSub
  /** Where it answers requests; null in roles that do not. */
  readonly url: string | null
}

/** Builds the service: everything is made here, in this order, and closed in the reverse one. */
export async function createApp(config: Config, log: Logger, role: Role): Promise<App> {
  await using parts = new AsyncDisposableStack()
  const dashboard = role === 'all' || role === 'api' ? openDashboard(log) : null
  const clock = { now: () => new Date() }
  const keys = await resolveKeys(config)
  const server = parts.use(await openDatabaseServer(config, log))
  const opened = parts.use(await openDatabase({ url: server.url }))
  for (const name of await opened.migrate()) log.info({ migration: name }, `Applied migration ${name}`)
  const database = opened.within('*')

  // Two deployments may share a Redis; neither must take the other's jobs.
  const namespace = `pms-${await opened.identity()}`
  const redisUrl = config.queue.kind === 'redis' ? config.queue.url.reveal() : undefined
  const backend = parts.use(await createQueueBackend({ databaseUrl: server.url, redisUrl, log, namespace }))
  const pubsub = parts.use(await createRelayPubSub(backend, log))
  const queue = await createSyncQueue({ backend, database, log })
  const events = createEventBus((error, event) => log.error({ err: error, event }, 'A listener failed'))
  const vault = createVault({ keys: keys.encryption })
  const runtime = createProviderRuntime({
    clock,
    budget: createSharedRateBudget(database),
    allowPrivateNetwork: config.allowPrivateProviderUrls,
  })
  const openContext = ({ connection, ...options }: ContextOptions) => {
    const about = log.child({ hotelId: connection.hotel.id, provider: options.adapter.key })
    const onReport = (problem: object) => about.warn(problem, 'The PMS sent a value that is not known here')
    return createProviderContext({ ...runtime, ...connection, ...options, log: about, onReport })
  }
  const base = { database, vault, pubsub, events, log, clock, adapters: getProviderAdapter, openContext }
  const engine = createSyncEngine({ ...base, timing: DEFAULT_TIMING, enqueue: queue.enqueue })
  const inboxQueue = parts.use(await createInboxQueue(backend, log))
  const metrics = createMetrics()
  const inbox = createInbox({
    ...base,
    metrics,
    engine,
    enqueueInbox: inboxQueue.enqueue,
    random: Math.random,
    listProviders: listProviderAdapters,
  })
  const configurations = createConfigurationCommands({
    database,
    vault,
    clock,
    adapters: getProviderAdapter,
    openContext,
  })
  const freshness = createFreshnessReader(base)

  const createApi = async () =>
    createHttpServer({
      config,
      log,
      metrics,
      database: opened,
      engine,
      configurations,
      freshness,
      inbox,
      dashboard: await dashboard,
      bookings: createBookingDoor({ ...base, tokens: config.webhookTokens }),
      pubsub,
      authenticator: createAuthenticator(keys.tokens),
      cursorSecret: deriveSecret(keys.encryption, 'cursors'),
      listProviders: listProviderAdapters,
    })

  if (role === 'all' || role === 'worker') {
    const concurrency = config.workerConcurrency
    parts.use(await startWorker({ backend, database, engine, clock, log, concurrency }))
    parts.use(await startInboxWorker({ backend, inbox, concurrency, log }))
  }
  const http = role === 'all' || role === 'api' ? parts.use(await createApi()) : null
  if (http !== null) parts.use(await keepReachable(inbox, log))
  const url = http === null ? null : (await http.listen()).url
  const running = parts.move()
  const close = () => running.disposeAsync()
  return {
    database,
    engine,
    doors: createSyncDoors(engine),
    configurations,
    inbox,
    events,
    pubsub,
    url,
    [Symbol.asyncDispose]: close,
  }
}
