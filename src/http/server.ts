import type { FastifyInstance } from 'fastify'
import type { DatabaseClock } from '../platform/clock.ts'
import { type Config, publicUrlFor } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import { createReadShares } from '../platform/database/shares.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { ApiServices } from '../resolvers/access/context.ts'
import { createCursorCodec } from '../resolvers/paging/cursor.ts'
import { createSubgraph } from '../resolvers/subgraph.ts'
import { createRateLimit, limitViewers } from '../security/rate-limit.ts'
import { rememberViewers } from '../security/remembered-viewers.ts'
import type { Authenticator } from '../security/viewer.ts'
import type { BookingIngest } from '../webhooks/booking-ingest.ts'
import { documentsOf, serveDashboard } from './dashboard/serve.ts'
import { createFastify, listen } from './fastify.ts'
import { createCallbacks } from './graphql/callback/serve.ts'
import { createGraphql, GRAPHQL_PATH } from './graphql/server.ts'
import { serveEventStream } from './graphql/subscriptions/event-stream.ts'
import { createFanOuts } from './graphql/subscriptions/fan-outs.ts'
import { createViewerConnections } from './graphql/subscriptions/viewer-connections.ts'
import { serveWebSocket } from './graphql/subscriptions/web-socket.ts'
import { loadTrustedDocuments } from './graphql/trusted-documents.ts'
import { openQueryPage } from './pages/query.ts'
import { serveLandingPage } from './pages/routes.ts'
import { serveRest } from './rest/routes.ts'
import { serveStatus } from './status.ts'
import { watchUnusedConnections } from './unused-connections.ts'

export interface HttpServerDeps
  extends Omit<ApiServices, 'cursors' | 'publicUrl' | 'connectionTests' | 'isSchemaPublic' | 'shares'> {
  readonly metrics: Metrics
  readonly database: Pick<Database, 'within' | 'pendingMigrations'>
  readonly hostAheadMs: DatabaseClock['hostAheadMs']
  /** See `HealthDeps`. */
  readonly queueProblem: () => string | null
  /** Whether this process executes syncs as well. */
  readonly works: boolean
  readonly config: Pick<
    Config,
    | 'environment'
    | 'http'
    | 'metricsToken'
    | 'requestsPerMinute'
    | 'risks'
    | 'trustedDocuments'
    | 'subscriptionCallbackUrls'
  >
  readonly authenticator: Authenticator
  /** Signs the cursors of lists; the same in every process, or a page may not find the next one. */
  readonly cursorSecret: string | Buffer
  /** For callers who post bookings. */
  readonly bookings: BookingIngest
  /** Folder of the built dashboard; null: there is none, and `/` says so. */
  readonly dashboard: string | null
  /** How long a request may take to arrive, body included. */
  readonly requestTimeoutMs?: number
}

/** Disposing takes no more requests, ends subscriptions and lets what is under way finish. */
export interface HttpServer extends AsyncDisposable {
  readonly fastify: FastifyInstance
  /** Starts to listen where the configuration says. */
  listen(): Promise<{ port: number; url: string }>
}

/** A vendor counts wrong keys, and so does whoever tries some. */
const CONNECTION_TESTS_PER_MINUTE = 10
/** The gateway is one viewer when it holds a token of its own. */
const MAX_CONNECTIONS_PER_VIEWER = 1_000

/** One port for GraphQL over HTTP and WebSocket, REST and webhooks, health and pages. */
export async function createHttpServer({
  config,
  authenticator: verifying,
  cursorSecret,
  bookings,
  dashboard,
  metrics,
  hostAheadMs,
  queueProblem,
  works,
  requestTimeoutMs,
  ...deps
}: HttpServerDeps): Promise<HttpServer> {
  const { database, engine, configurations, freshness, inbox, changes, distribution, pubsub, log, clock } = deps
  const { listProviders, tracing } = deps
  const { requestsPerMinute } = config
  const remembering = rememberViewers(verifying)
  const limit = requestsPerMinute === null ? null : createRateLimit(requestsPerMinute)
  const authenticator = limit === null ? remembering : limitViewers(remembering, limit)
  const isProduction = config.environment === 'production'
  const fastify = createFastify({ log, isProduction, requestTimeoutMs, metrics, providers: listProviders() })
  serveStatus(fastify, { config, database, metrics, hostAheadMs, queueProblem, works, intake: inbox.intake })
  const queryPage = isProduction ? null : await openQueryPage(fastify, GRAPHQL_PATH)
  if (dashboard === null) serveLandingPage(fastify, queryPage !== null)
  else await serveDashboard(fastify, dashboard, { queryPage: queryPage && GRAPHQL_PATH })

  const manifests = [config.trustedDocuments, dashboard && documentsOf(dashboard)].filter((path) => path !== null)
  let publicUrl = publicUrlFor(config.http, config.http.port)
  const stopping = new AbortController()
  const schema = createSubgraph()
  const rest = { database, engine, inbox, changes, authenticator, bookings, tracing, schema, listProviders }
  await serveRest(fastify, { ...rest, stopping: stopping.signal })
  const api = {
    schema,
    services: {
      ...{ database, engine, configurations, freshness, inbox, changes, distribution },
      ...{ pubsub, log, clock, listProviders, tracing },
      shares: createReadShares(),
      connectionTests: createRateLimit(CONNECTION_TESTS_PER_MINUTE),
      cursors: createCursorCodec(cursorSecret),
      isSchemaPublic: !isProduction || config.risks.includes('public-schema'),
      publicUrl: () => publicUrl,
    },
    authenticator,
    limit,
    isProduction,
    documents: loadTrustedDocuments(manifests, config.trustedDocuments !== null),
    stopping: stopping.signal,
  }
  const connections = createViewerConnections(MAX_CONNECTIONS_PER_VIEWER)
  const fanOuts = createFanOuts(api)
  const callbacks = createCallbacks({ api, fanOuts, connections, allowed: config.subscriptionCallbackUrls })
  await createGraphql(fastify, api, { callbacks, queryPage })
  serveEventStream(fastify, api, fanOuts, connections)
  const closeSockets = serveWebSocket(fastify, api, fanOuts, connections)
  const closeUnused = watchUnusedConnections(fastify.server)
  fastify.addHook('preClose', async () => {
    stopping.abort()
    await Promise.all([closeSockets(), callbacks.close()])
    closeUnused()
  })
  return {
    fastify,
    async listen() {
      const address = await listen(fastify, config.http, log)
      publicUrl = publicUrlFor(config.http, Number(address.port))
      return { port: Number(address.port), url: publicUrl }
    },
    [Symbol.asyncDispose]: () => fastify.close(),
  }
}
