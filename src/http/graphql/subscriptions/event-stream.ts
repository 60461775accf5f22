import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql'
import { PmsIntegrationError } from '../../../errors.ts'
import { hasPermission } from '../../../security/policy.ts'
import type { Viewer } from '../../../security/viewer.ts'
import { operationPayload } from '../operation.ts'
import { presentError, presentResult } from '../present-error.ts'
import { GRAPHQL_PATH, type GraphqlApi } from '../server.ts'
import type { FanOut, Listener, Subscription } from './fan-out.ts'
import type { FanOuts } from './fan-outs.ts'
import { onExpiry } from './token-expiry.ts'
import type { ViewerConnections } from './viewer-connections.ts'

export const EVENT_STREAM_PATH = `${GRAPHQL_PATH}/stream`
/** Comments keep proxies from taking a quiet stream for a dead one; a client that takes none in is gone. */
const KEEP_ALIVE_MS = 12_000
/** A client that leaves this much unread is dropped before it fills the memory of all others. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024

/**
 * Serves graphql-sse in its "distinct connections mode" for clients whose proxies let no WebSocket through: a POST an
 * operation, answered with its events. A stream that ends without `complete` was cut (the token has expired, the server
 * goes away): the client asks again.
 */
export function serveEventStream(
  fastify: FastifyInstance,
  api: GraphqlApi,
  fanOuts: FanOuts,
  connections: ViewerConnections,
): void {
  fastify.post(EVENT_STREAM_PATH, async (request, reply) => {
    const viewer = await authenticate(api, request)
    const { data: payload } = operationPayload.safeParse(request.body)
    if (!payload) throw new PmsIntegrationError('BAD_USER_INPUT', 'Send JSON with a `query`.', { field: 'query' })
    const release = connections.acquire(viewer)
    if (release === null) throw new PmsIntegrationError('TOO_MANY_REQUESTS', 'Too many connections are open.')
    const { listener, signal } = open(reply, viewer, api.stopping)
    const audience = { requestId: request.id, log: api.services.log, isProduction: api.isProduction }
    try {
      const answer = await start(fanOuts.prepare({ viewer, signal, requestId: request.id }, payload))
      if ('listen' in answer) return await listenUntil(signal, answer, listener)
      listener.next(JSON.stringify(presentResult(answer, audience)))
    } catch (error) {
      listener.next(JSON.stringify({ errors: [presentError(error, audience)] }))
    } finally {
      listener.complete()
      release()
    }
  })
}

/** @throws PmsIntegrationError UNAUTHENTICATED, FORBIDDEN */
async function authenticate({ authenticator }: GraphqlApi, { headers }: FastifyRequest): Promise<Viewer> {
  const viewer = await authenticator.authenticate(headers.authorization)
  if (viewer === null) throw new PmsIntegrationError('UNAUTHENTICATED', 'Send "Authorization: Bearer <token>".')
  if (hasPermission(viewer, 'ADMIN_VIEW')) return viewer
  throw new PmsIntegrationError('FORBIDDEN', 'The token lacks ADMIN_VIEW.')
}

async function start(
  prepared: FanOut | ExecutionArgs | readonly GraphQLError[],
): Promise<Subscription | ExecutionResult> {
  if ('length' in prepared) return { errors: prepared }
  return 'subscribe' in prepared ? prepared.subscribe() : execute(prepared)
}

/** Resolves when everything has been sent, or nobody may or wants to read on. */
async function listenUntil(signal: AbortSignal, subscription: Subscription, { next }: Listener): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
    subscription.listen({ next, complete: resolve })
  })
  subscription.unsubscribe()
}

/** Takes the response over from Fastify. The signal is aborted when nobody may or wants to read on. */
function open(reply: FastifyReply, viewer: Viewer, stopping: AbortSignal): { listener: Listener; signal: AbortSignal } {
  const { raw } = reply.hijack()
  // Proxies must neither compress nor collect what is to arrive now.
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  }
  raw.writeHead(200, headers as Record<string, string>).flushHeaders()
  const ended = new AbortController()
  const end = () => {
    ended.abort()
    raw.end()
  }
  const clearExpiry = onExpiry(viewer, end)
  let isStuck = false
  const keepAlive = setInterval(() => {
    if (!raw.writableNeedDrain) return write(':\n\n')
    if (isStuck) raw.destroy()
    isStuck = true
  }, KEEP_ALIVE_MS)
  raw.on('drain', () => {
    isStuck = false
  })
  raw.on('error', () => {}) // it closes, too
  stopping.addEventListener('abort', end, { once: true })
  raw.once('close', () => {
    clearExpiry()
    clearInterval(keepAlive)
    stopping.removeEventListener('abort', end)
    ended.abort()
  })
  const write = (text: string) => {
    if (raw.writableEnded) return
    if (raw.writableLength > MAX_UNREAD_BYTES) raw.destroy()
    else raw.write(text)
  }
  const complete = () => {
    write('event: complete\ndata:\n\n')
    raw.end()
  }
  return { signal: ended.signal, listener: { next: (result) => write(`event: next\ndata: ${result}\n\n`), complete } }
}
