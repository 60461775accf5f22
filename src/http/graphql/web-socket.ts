import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import { useServer as speakGraphqlWs } from 'graphql-ws/use/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { PmsIntegrationError } from '../../errors.ts'
import type { ApiContext } from '../../resolvers/context.ts'
import { pathOf } from '../requests.ts'
import { admit, type Connection, type ConnectionExtra } from './admission.ts'
import { prepareOperation } from './operation.ts'
import { presentError } from './present-error.ts'
import { GRAPHQL_PATH, type GraphqlApi } from './server.ts'
import { untilReturned } from './until-returned.ts'
import type { ViewerConnections } from './viewer-connections.ts'

const MAX_MESSAGE_BYTES = 1024 * 1024
/** A client that leaves this much unread is dropped before it fills the memory of all others. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024
const MAX_OPERATIONS = 100

/**
 * Serves graphql-transport-ws on the path and port of GraphQL.
 * Operations of a connection beyond {@link MAX_OPERATIONS} at a time get an `error`; the others go on.
 * @returns ends all subscriptions, then closes the connections
 */
export function serveWebSocket(
  fastify: FastifyInstance,
  api: GraphqlApi,
  ofViewer: ViewerConnections,
): () => Promise<void> {
  const { services, isProduction } = api
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    // Else an id that is completed and used again in one packet meets its former self.
    allowSynchronousEvents: false,
  })
  sockets.on('connection', (socket) => socket.on('message', () => dropIfSlow(socket)))
  const connections = new Set<Connection>()
  const present = (error: unknown, requestId: string) =>
    presentError(error, { requestId, log: services.log, isProduction })
  const { dispose } = speakGraphqlWs<Record<string, unknown>, ConnectionExtra>(
    {
      onConnect: (connection) => {
        connections.add(connection)
        return admit(connection, api.authenticator, ofViewer)
      },
      onClose: (connection) => {
        connections.delete(connection)
        connection.extra.end?.()
      },
      onSubscribe: ({ extra, subscriptions }, _, payload) => {
        if (Object.keys(subscriptions).length > MAX_OPERATIONS) return [tooManyOperations()]
        const { viewer = null, signal = api.stopping } = extra
        return prepareOperation(api, { viewer, signal, requestId: randomUUID() }, payload)
      },
      onOperation: (_, __, ___, ____, result) => (Symbol.asyncIterator in result ? endingAtOnce(result) : undefined),
      onNext: ({ extra }, __, ___, { contextValue }, { data, errors }) => {
        dropIfSlow(extra.socket)
        const { requestId } = contextValue as ApiContext
        return (
          errors && { ...(data !== undefined && { data }), errors: errors.map((error) => present(error, requestId)) }
        )
      },
      onError: (_, __, ___, errors) => errors.map((error) => present(error, randomUUID())),
      isProd: isProduction,
    },
    sockets,
  )
  fastify.server.on('upgrade', (request, socket, head) => upgrade(sockets, request, socket, head))
  return async () => {
    await Promise.all([...connections].map(endSubscriptions))
    // Their "complete" messages go out before the connections close.
    await setImmediate()
    await dispose()
  }
}

function upgrade(sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  if (pathOf(request.url ?? '') === GRAPHQL_PATH) {
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request))
  } else {
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  }
}

function dropIfSlow(socket: WebSocket): void {
  if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate()
}

const endingAtOnce = <T>(results: AsyncIterable<T>) => untilReturned(results[Symbol.asyncIterator]())

const tooManyOperations = () => {
  const message = `A connection may have ${MAX_OPERATIONS} operations at a time.`
  return new GraphQLError(message, { originalError: new PmsIntegrationError('TOO_MANY_REQUESTS', message) })
}

async function endSubscriptions({ subscriptions }: Connection): Promise<void> {
  const running = Object.values(subscriptions) as (Partial<AsyncGenerator> | null)[]
  await Promise.all(running.map((subscription) => subscription?.return?.(undefined)))
}
