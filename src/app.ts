import { openDashboard } from './http/dashboard/build.ts'
import { createHttpServer } from './http/server.ts'
import { startStatusServer } from './http/status.ts'
import { createChangeQueue, startChangeWorker } from './jobs/change.ts'
import { startChangeSetWorker } from './jobs/change-set.ts'
import { startDistributionWorker } from './jobs/distribution.ts'
import { startRetention } from './jobs/retention/retention.ts'
import { holdAlone, type SoleHold } from './jobs/sole-holder.ts'
import { startStreamWorker } from './jobs/stream.ts'
import { createSyncQueue } from './jobs/sync.ts'
import { createInboxQueue, keepReachable, startInboxWorker } from './jobs/webhook.ts'
import { startWorker } from './jobs/worker.ts'
import { AtOnce } from './platform/at-once.ts'
import { startDatabaseClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { checkConnections, connectionsOf } from './platform/database/connection-limit.ts'
import { openDatabase, readTime } from './platform/database/database.ts'
import { migrateAsOwner } from './platform/database/migrate.ts'
import { openDatabaseServer } from './platform/database/server.ts'
import { watchConnections } from './platform/database/watch-connections.ts'
import type { Logger } from './platform/logger.ts'
import { createMetrics } from './platform/metrics.ts'
import { createRelayPubSub } from './platform/pubsub/relay-pubsub.ts'
import { tracedPubSub } from './platform/pubsub/traced-pubsub.ts'
import { createQueueBackend } from './platform/queue/queue.ts'
import { countDroppedSpans } from './platform/tracing/dropped-spans.ts'
import { openTracing } from './platform/tracing/open-tracing.ts'
import { deriveSecret } from './security/derive-secret.ts'
import { resolveKeys } from './security/dev-keys.ts'
import { createVault } from './security/vault.ts'
import { createAuthenticator } from './security/viewer.ts'
import { createServices, type Services } from './services.ts'
import { wakeInboxes } from './webhooks/inbox/leases.ts'

/** What a process does: answer requests, execute syncs, both, or neither (a command that uses the engine itself). */
export const ROLES = ['all', 'api', 'worker', 'none'] as const
export type Role = (typeof ROLES)[number]

export interface App extends Services, AsyncDisposable {
  /** Where it answers requests; null in roles that do not. */
  readonly url: string | null
  /** What only one process of this database may do at a time; null: another one does it. */
  holdAlone(name: string): Promise<SoleHold | null>
}

/** Builds the service: everything is opened here, in this order, and closed in the reverse one; what works, at the same time. */
export async function createApp(config: Config, log: Logger, role: Role): Promise<App> {
  await using parts = new AsyncDisposableStack()
  const [answers, works] = [role === 'all' || role === 'api', role === 'all' || role === 'worker']
  const metrics = createMetrics({ isOfProcess: true })
  const tracing = parts.use(await openTracing(config.tracing, log, countDroppedSpans(metrics)))
  const dashboard = answers ? openDashboard(log) : null
  const keys = await resolveKeys(config)
  const server = parts.use(await openDatabaseServer(config, log))
  const database = parts.use(await openDatabase({ url: server.url, poolSize: config.databaseConnections }))
  const applied = await migrateAsOwner(database, server.migrationUrl)
  if (applied.length > 0)
    log.info({ migrations: applied.length, newest: applied.at(-1) }, 'Brought the schema up to date')

  const isQueueOnPostgres = config.queue.kind === 'postgres'
  const shortage = await checkConnections(database, connectionsOf(config.databaseConnections, isQueueOnPostgres))
  if (shortage !== null) log.warn({}, shortage)
  const clock = parts.use(await startDatabaseClock({ read: () => readTime(database) }))

  // Two deployments may share a Redis; neither must take the other's jobs.
  const namespace = `pms-${await database.identity()}`
  const databaseUrl = config.databaseDirectUrl?.reveal() ?? server.url
  const redisUrl = config.queue.kind === 'redis' ? config.queue.url.reveal() : undefined
  const { migrationUrl } = server
  const backend = parts.use(await createQueueBackend({ databaseUrl, migrationUrl, redisUrl, log, namespace }))
  const wake = (ids: readonly string[]) => wakeInboxes(database.within('*'), ids)
  const inboxQueue = parts.use(await createInboxQueue({ backend, wake, log }))
  watchConnections(metrics, database)
  const relay = parts.use(await createRelayPubSub(backend, log))
  const services = createServices(config, {
    log,
    metrics,
    clock,
    database: database.within('*'),
    tracing,
    pubsub: tracing.isOn ? tracedPubSub(relay) : relay,
    vault: createVault({ keys: keys.encryption }),
    enqueue: (await createSyncQueue({ backend, log })).enqueue,
    enqueueInbox: inboxQueue.enqueue,
    enqueueChange: (await createChangeQueue({ backend, log })).enqueue,
    pagesInHand: config.workerConcurrency,
  })

  const atWork = parts.use(new AtOnce())
  if (works) {
    const { engine, inbox, streams, clock } = services
    const providers = services.listProviders()
    atWork.use(await startWorker({ backend, database: services.database, engine, clock, log, tracing, providers }))
    atWork.use(await startInboxWorker({ backend, inbox, log }))
    atWork.use(await startChangeWorker({ backend, changes: services.changes, log }))
    atWork.use(startChangeSetWorker({ sets: services.changes.sets, log }))
    atWork.use(await startStreamWorker({ streams, log }))
    atWork.use(startDistributionWorker({ distribution: services.distribution, log }))
    atWork.use(startRetention({ database: services.database, clock, log, kept: config.retention }))
  }
  let url: string | null = null
  const { hostAheadMs } = clock
  const queueProblem = () => backend.problem()
  if (works && !answers) {
    const { intake } = services.inbox
    atWork.use(await startStatusServer({ ...services, config, database, hostAheadMs, queueProblem, works, intake }))
  }
  if (answers) {
    const authenticator = createAuthenticator(keys.tokens)
    const cursorSecret = deriveSecret(keys.encryption, 'cursors')
    const api = {
      ...services,
      database,
      hostAheadMs,
      queueProblem,
      works,
      config,
      authenticator,
      cursorSecret,
      dashboard: await dashboard,
    }
    const http = atWork.use(await createHttpServer(api))
    atWork.use(await keepReachable(services.inbox, log))
    url = (await http.listen()).url
  }
  const running = parts.move()
  return {
    ...services,
    url,
    holdAlone: (name) => holdAlone(server.url, name),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}
