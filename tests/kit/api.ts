import { randomBytes } from 'node:crypto'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type GraphQLFormattedError, print } from 'graphql'
import { type Client, createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Changes } from '../../src/changes/changes.ts'
import { PmsIntegrationError } from '../../src/errors.ts'
import { createHttpServer, type HttpServer } from '../../src/http/server.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { Risk } from '../../src/platform/production-rules.ts'
import type { PubSub } from '../../src/platform/pubsub/pubsub.ts'
import { createRelayPubSub } from '../../src/platform/pubsub/relay-pubsub.ts'
import { tracedPubSub } from '../../src/platform/pubsub/traced-pubsub.ts'
import { createQueueBackend } from '../../src/platform/queue/queue.ts'
import { Secret } from '../../src/platform/secret.ts'
import { NO_TRACING } from '../../src/platform/tracing/tracing.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import { createAuthenticator, PERMISSIONS, type Permission, signToken } from '../../src/security/viewer.ts'
import type { ServiceConfig } from '../../src/services.ts'
import type { SyncEngine } from '../../src/sync/engine.ts'
import type { Inbox } from '../../src/webhooks/inbox/inbox.ts'
import { openTestDatabase } from './database.ts'
import { createTestServices, silentLog } from './services.ts'

/** The service as its callers meet it: a port, a database of its own, the real engine and relay. */
export interface TestApi extends AsyncDisposable {
  readonly url: string
  readonly database: Database
  readonly engine: SyncEngine
  /** Emptied when the test says so. */
  readonly inbox: Inbox
  /** Sent when the test says so. */
  readonly changes: Changes
  readonly server: HttpServer
  /** The relay, as another process of the service would use it. */
  readonly pubsub: PubSub
  /** Providers by key; a test adds its own. */
  readonly adapters: Map<string, PmsProviderAdapter>
  /** Text of every statement that the API has sent. */
  readonly statements: string[]
  /** The same statements with their parameters. */
  readonly sent: Statement[]
  /** Patterns that the API listens to right now. */
  readonly listening: string[]
  /** A bearer token; without hotels it is one of all. */
  token(claims?: TestClaims): Promise<string>
  /** Sends an operation as a viewer of all hotels who may do everything, or with the token that is given. */
  query<Data, Variables extends object>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    token?: string | null,
  ): Promise<Answer<Data>>
  /** The same for an operation in text. */
  send(body: object, token?: string | null): Promise<Answer<Record<string, unknown> | null>>
  /** @param token null: none */
  connect(token: string | null): Client
}

export interface Statement {
  readonly text: string
  readonly params: readonly unknown[]
  readonly isPrepared: boolean
}

export interface TestClaims {
  subject?: string
  hotelIds?: string[]
  permissions?: Permission[]
  expiresInSeconds?: number
}

export interface Answer<Data> {
  status: number
  headers: Headers
  data: Data
  errors: (GraphQLFormattedError & { extensions: { code: string; field?: string; requestId: string } })[] | undefined
}

const tokens = {
  kind: 'secret',
  secret: new Secret(randomBytes(32).toString('hex')),
  issuer: null,
  audience: null,
} as const

export async function startApi({
  environment = 'test' as 'test' | 'production',
  metricsToken = null as Secret | null,
  requestsPerMinute = null as number | null,
  trustedDocuments = null as string | null,
  dashboard = null as string | null,
  hostAheadMs = (): number => 0,
  works = true,
  log = silentLog,
  subscriptionCallbackUrls = [] as string[],
  risks = [] as Risk[],
  services: serviceConfig = {} as Partial<ServiceConfig>,
  requestTimeoutMs = 60_000,
  /** Otherwise a test executes the runs that were asked for. */
  executesRuns = true,
  tracing = NO_TRACING,
} = {}): Promise<TestApi> {
  const opened = new AsyncDisposableStack()
  const database = opened.use(await openTestDatabase())
  const backend = opened.use(await createQueueBackend({ databaseUrl: database.url, log: silentLog }))
  const relay = opened.use(await createRelayPubSub(backend, silentLog))
  const pubsub = tracing.isOn ? tracedPubSub(relay) : relay
  const adapters = new Map([[mock.key, mock]])
  let isClosing = false
  // A run that fails is a failure of the test, except when the test is over and takes the database with it.
  const execute = (id: string) =>
    services.engine.run(id).catch((error: unknown) => {
      if (!isClosing) throw error
    })
  const services = createTestServices(
    database,
    {
      pubsub,
      adapters: (key) => adapters.get(key) ?? unknownProvider(),
      listProviders: () => [...adapters.values()],
      random: () => 0,
      log,
      tracing,
      enqueue: async (id) => void (executesRuns && execute(id)),
    },
    serviceConfig,
  )
  const { engine, inbox, changes } = services
  const statements: string[] = []
  const sent: Statement[] = []
  const listening: string[] = []
  const server = opened.use(
    await createHttpServer({
      ...services,
      config: {
        environment,
        metricsToken,
        requestsPerMinute,
        trustedDocuments,
        subscriptionCallbackUrls,
        risks,
        http: { host: '127.0.0.1', port: 0, publicUrl: null },
      },
      log,
      database: listened(database, statements, sent),
      dashboard,
      requestTimeoutMs,
      pubsub: observed(pubsub, listening),
      authenticator: createAuthenticator(tokens),
      cursorSecret: 'cursors of tests',
      hostAheadMs,
      queueProblem: () => backend.problem(),
      works,
    }),
  )
  const { url } = await server.listen()
  const api: TestApi = {
    ...{ url, database, engine, inbox, changes, server, pubsub, adapters, statements, sent, listening },
    token: ({ hotelIds = ['*'], permissions = [...PERMISSIONS], expiresInSeconds = 3600, subject = 'tester' } = {}) =>
      signToken(tokens, { subject, hotelIds, permissions, expiresInSeconds }),
    async send(body, token) {
      return post(url, body, token === null ? undefined : `Bearer ${token ?? (await api.token())}`)
    },
    async query(document, variables, token) {
      return (await api.send({ query: print(document), variables }, token)) as never
    },
    connect: (token) => connect(url, token),
    [Symbol.asyncDispose]() {
      isClosing = true
      return opened.disposeAsync()
    },
  }
  return api
}

/** The same database, noting what it is asked. */
function listened(database: Database, statements: string[], sent: Statement[]): Database {
  const within: Database['within'] = (scope) => {
    const scoped = database.within(scope)
    return {
      ...scoped,
      query(text, params, options) {
        statements.push(text)
        sent.push({ text, params: params ?? [], isPrepared: options?.isPrepared === true })
        return scoped.query(text, params, options)
      },
    }
  }
  return { ...database, within }
}

/** The same relay, noting who listens to what. */
function observed(pubsub: PubSub, listening: string[]): PubSub {
  return {
    ...pubsub,
    async subscribe<T>(pattern: string) {
      const messages = await pubsub.subscribe<T>(pattern)
      listening.push(pattern)
      const end = messages.return?.bind(messages)
      let isOpen = true
      messages.return = async () => {
        if (isOpen) listening.splice(listening.indexOf(pattern), 1)
        isOpen = false
        return (await end?.()) ?? { done: true, value: undefined }
      }
      return messages
    },
  }
}

function unknownProvider(): never {
  throw new PmsIntegrationError('UNKNOWN_PROVIDER', 'There is no such provider.', { field: 'provider' })
}

async function post<Data>(url: string, body: object, authorization?: string): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Pick<Answer<Data>, 'data' | 'errors'>
  return { status: response.status, headers: response.headers, data: answer.data, errors: answer.errors }
}

function connect(url: string, token: string | null): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
  })
}
