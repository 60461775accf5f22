import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type ExecutionArgs, execute, GraphQLError } from 'graphql'
import { handleProtocols, makeServer, type OperationResult } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { badUserInput, PmsIntegrationError } from '../../../errors.ts'
import { runCausedBy } from '../../../platform/cause.ts'
import type { ApiContext } from '../../../resolvers/access/context.ts'
import { isTooDeep } from '../../body-depth.ts'
import { hangUp } from '../../hang-up.ts'
import { pathOf } from '../../requests.ts'
import { presentError, presentResult } from '../present-error.ts'
import { GRAPHQL_PATH, type GraphqlApi } from '../server.ts'
import { authenticateSocket, type ConnectionExtra } from './authenticate-socket.ts'
import type { FanOut } from './fan-out.ts'
import type { FanOuts } from './fan-outs.ts'
import { createKeepAlive } from './keep-alive.ts'
import { send, sendResults } from './send-to-socket.ts'
import type { ViewerConnections } from './viewer-connections.ts'

const MAX_MESSAGE_BYTES = 1024 * 1024
const MAX_OPERATIONS = 100
const WEB_SOCKET = { 'http.route': GRAPHQL_PATH, 'network.protocol.name': 'websocket' }
const GOING_AWAY = 1001
const BAD_REQUEST = 4400
const INTERNAL_ERROR = 4500

/** A subscription as graphql-ws hands it back when it is to begin. */
interface Subscribing extends ExecutionArgs {
  readonly id: string
  readonly socket: WebSocket
  readonly fanOut: FanOut
}

/**
 * Serves graphql-transport-ws on the path and port of GraphQL.
 * Operations of a connection beyond {@link MAX_OPERATIONS} at a time get an `error`; the others go on.
 * @returns closes all connections so that clients come back, to another process or to the next one
 */
export function serveWebSocket(
  fastify: FastifyInstance,
  api: GraphqlApi,
  fanOuts: FanOuts,
  ofViewer: ViewerConnections,
): () => Promise<void> {
  const { isProduction } = api
  const { log } = api.services
  const audience = (requestId: string) => ({ requestId, log, isProduction })
  const graphqlWs = makeServer<Record<string, unknown>, ConnectionExtra>({
    onConnect: (connection) => authenticateSocket(connection, api.authenticator, ofViewer),
    onClose({ extra }) {
      extra.ended.abort()
      extra.release?.()
    },
    async onSubscribe({ extra: { socket, viewer, ended, operations }, subscriptions }, id, payload) {
      if (viewer === undefined || Object.keys(subscriptions).length > MAX_OPERATIONS) return [tooManyOperations()]
      const refusal = await api.limit?.take(viewer.subject).then(() => undefined, toGraphQLError)
      if (refusal) return [refusal]
      if (isTooDeep(payload)) return [tooDeep()]
      const prepared = fanOuts.prepare({ viewer, signal: ended.signal, requestId: randomUUID() }, payload)
      if ('length' in prepared) return prepared
      operations.set(id, payload)
      return 'subscribe' in prepared ? { ...prepared.args, id, socket, fanOut: prepared } : prepared
    },
    execute: (args) =>
      runCausedBy({ requestId: (args.contextValue as ApiContext).requestId }, () =>
        api.services.tracing.span('request', { kind: 'SERVER', facts: WEB_SOCKET }, () => execute(args)),
      ),
    subscribe: (args) => subscribe(args as Subscribing),
    onOperation: ({ extra }, id, payload, _, result) =>
      extra.operations.get(id) === payload ? undefined : discard(result),
    onComplete({ extra }, id, payload) {
      if (extra.operations.get(id) === payload) extra.operations.delete(id)
    },
    onNext: (_, __, ___, { contextValue }, result) =>
      presentResult(result, audience((contextValue as ApiContext).requestId)),
    onError: (_, __, ___, errors) => errors.map((error) => presentError(error, audience(randomUUID()))),
  })
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols,
    // Else an id that is completed and used again in one packet meets its former self.
    allowSynchronousEvents: false,
  })
  const keepAlive = createKeepAlive()
  sockets.on('connection', (socket, { headers: { authorization } }) => {
    // What a client sends wrong on a lower level closes the connection by itself.
    socket.on('error', () => {})
    keepAlive.add(socket)
    const wire = {
      protocol: socket.protocol,
      send: (text: string) => send(socket, text),
      close: (code?: number, reason?: string) => socket.close(code, reason),
      onMessage: (receive: (text: string) => Promise<void>) => onText(socket, receive, log),
    }
    const closed = graphqlWs.opened(wire, {
      socket,
      authorization,
      ended: new AbortController(),
      operations: new Map(),
    })
    socket.once('close', (code, reason) => {
      closed(code, String(reason)).catch((error: unknown) =>
        log.error({ err: error }, 'A WebSocket did not close well'),
      )
    })
  })
  fastify.server.on('upgrade', (request, socket, head) => upgrade(sockets, request, socket, head))
  return () => {
    keepAlive.stop()
    return closeAll(sockets)
  }
}

function upgrade(sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  if (pathOf(request.url ?? '') === GRAPHQL_PATH) {
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request))
  } else {
    hangUp(socket, 'HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  }
}

/** The protocol is spoken in text alone. */
function onText(socket: WebSocket, receive: (text: string) => Promise<void>, log: GraphqlApi['services']['log']): void {
  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.close(BAD_REQUEST, 'Invalid message received')
    receive(String(data)).catch((error: unknown) => {
      log.error({ err: error }, 'A message of a WebSocket could not be handled')
      socket.close(INTERNAL_ERROR, 'Internal server error')
    })
  })
}

async function subscribe({ fanOut, socket, id }: Subscribing) {
  const subscribed = await fanOut.subscribe()
  return 'listen' in subscribed ? sendResults(socket, id, subscribed) : subscribed
}

/**
 * Of an operation that was completed before it began, and whose id is in use again: graphql-ws knows operations by their
 * id alone, and must never come to take this one for the other.
 */
function discard(result: OperationResult): Promise<never> {
  if ('return' in result) result.return(undefined).catch(() => {})
  return new Promise(() => {})
}

const toGraphQLError = (error: Error) => new GraphQLError(error.message, { originalError: error })

const tooDeep = () => {
  const message = 'The operation is nested too deeply.'
  return new GraphQLError(message, { originalError: badUserInput('variables', message) })
}

const tooManyOperations = () => {
  const message = `A connection may have ${MAX_OPERATIONS} operations at a time.`
  return new GraphQLError(message, { originalError: new PmsIntegrationError('TOO_MANY_REQUESTS', message) })
}

/** Without a `complete`: a subscription that was completed is not asked for again by a client that reconnects. */
async function closeAll(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away')
  await new Promise((resolve) => sockets.close(resolve))
}
