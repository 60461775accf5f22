import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ExecutionArgs, type ExecutionResult, execute, GraphQLError, getOperationAST, subscribe } from 'graphql'
import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import { hasPermission } from '../../security/policy.ts'
import type { Viewer } from '../../security/viewer.ts'
import { prepareOperation } from './operation.ts'
import { presentError } from './present-error.ts'
import { GRAPHQL_PATH, type GraphqlApi } from './server.ts'
import { untilReturned } from './until-returned.ts'
import type { ViewerConnections } from './viewer-connections.ts'

export const EVENT_STREAM_PATH = `${GRAPHQL_PATH}/stream`
/** Comments keep proxies from taking a quiet stream for a dead one; a client that takes none in for this long is gone. */
const KEEP_ALIVE_MS = 12_000
const MAX_TIMER_MS = 2 ** 31 - 1

const operation = z
  .object({
    query: z.string().nullish(),
    documentId: z.string().nullish(),
    extensions: z.record(z.string(), z.unknown()).nullish(),
    operationName: z.string().nullish(),
    variables: z.record(z.string(), z.unknown()).nullish(),
  })
  .refine(({ query, documentId, extensions }) => query ?? documentId ?? extensions?.persistedQuery, 'names no document')

/**
 * Serves graphql-sse in its "distinct connections mode" for clients whose proxies let no WebSocket through: a POST an
 * operation, answered with its events. The stream ends with the operation, the client or the token.
 */
export function serveEventStream(fastify: FastifyInstance, api: GraphqlApi, connections: ViewerConnections): void {
  fastify.post(EVENT_STREAM_PATH, async (request, reply) => {
    const viewer = await admit(api, request)
    const { data: payload } = operation.safeParse(request.body)
    if (!payload) throw new PmsIntegrationError('BAD_USER_INPUT', 'Send JSON with a `query`.', { field: 'query' })
    const leave = connections.enter(viewer)
    if (leave === null) throw new PmsIntegrationError('TOO_MANY_REQUESTS', 'Too many connections are open.')
    const stream = open(reply, viewer, api.stopping)
    const present = (error: unknown) => presentError(error, { ...api, log: api.services.log, requestId: request.id })
    try {
      const prepared = prepareOperation(api, { viewer, signal: stream.signal, requestId: request.id }, payload)
      await sendAll(reply.raw, await resultsOf(prepared), stream.signal, present)
    } catch (error) {
      await sendAll(reply.raw, only({ errors: [toGraphQLError(error)] }), stream.signal, present)
    } finally {
      stream.close()
      leave()
    }
  })
}

/** @throws PmsIntegrationError UNAUTHENTICATED, FORBIDDEN */
async function admit({ authenticator }: GraphqlApi, { headers }: FastifyRequest): Promise<Viewer> {
  const viewer = await authenticator.authenticate(headers.authorization)
  if (viewer === null) throw new PmsIntegrationError('UNAUTHENTICATED', 'Send "Authorization: Bearer <token>".')
  if (hasPermission(viewer, 'ADMIN_VIEW')) return viewer
  throw new PmsIntegrationError('FORBIDDEN', 'The token lacks ADMIN_VIEW.')
}

/** Takes the response over from Fastify. The signal is aborted when nobody may or wants to read on. */
function open(reply: FastifyReply, { expiresAt }: Viewer, stopping: AbortSignal) {
  const { raw } = reply.hijack()
  const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }
  raw.writeHead(200, headers as Record<string, string>).flushHeaders()
  const ended = new AbortController()
  const end = () => ended.abort()
  const expiry = setTimeout(end, Math.min(Math.max(expiresAt.getTime() - Date.now(), 0), MAX_TIMER_MS))
  const keepAlive = setInterval(() => (raw.writableNeedDrain ? raw.destroy() : raw.write(':\n\n')), KEEP_ALIVE_MS)
  raw.once('close', end)
  stopping.addEventListener('abort', end, { once: true })
  const close = () => {
    clearTimeout(expiry)
    clearInterval(keepAlive)
    stopping.removeEventListener('abort', end)
    ended.abort()
    raw.end()
  }
  return { signal: ended.signal, close }
}

async function resultsOf(prepared: ExecutionArgs | readonly GraphQLError[]): Promise<AsyncIterator<ExecutionResult>> {
  if (!('document' in prepared)) return only({ errors: prepared })
  const isSubscription = getOperationAST(prepared.document, prepared.operationName)?.operation === 'subscription'
  const result = await (isSubscription ? subscribe(prepared) : execute(prepared))
  return Symbol.asyncIterator in result ? result : only(result)
}

const toGraphQLError = (error: unknown) => new GraphQLError(String(error), { originalError: error as Error })

async function* only(result: ExecutionResult) {
  yield result
}

/** One event at a time: the next one is asked for when the client has taken in the last. */
async function sendAll(
  raw: ServerResponse,
  results: AsyncIterator<ExecutionResult>,
  signal: AbortSignal,
  present: (error: unknown) => object,
): Promise<void> {
  const events = untilReturned(results)
  const end = () => void events.return()
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  for await (const { data, errors } of events) {
    const payload = { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(present) }) }
    const isTaken = raw.write(`event: next\ndata: ${JSON.stringify(payload)}\n\n`)
    if (!isTaken) await once(raw, 'drain', { signal }).catch(() => {})
  }
  raw.write('event: complete\ndata:\n\n')
}
