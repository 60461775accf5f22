import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Cause, type Origin, readOrigin, runCausedBy } from '../platform/cause.ts'

const QUIET = ['/healthz', '/readyz', '/metrics']

/** What the caller calls the request, by either header, if a log can take it; else a new id. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const { requestId, correlationId } = sentBy(request)
  return requestId ?? correlationId ?? randomUUID()
}

const sentBy = ({ headers }: Pick<IncomingMessage, 'headers'>): Origin =>
  readOrigin({ requestId: headers['x-request-id'], correlationId: headers['x-correlation-id'] })

/** Every line and every job that comes of a request says which one it was. */
export function traceRequests(fastify: FastifyInstance): void {
  const causes = new WeakMap<FastifyRequest, Cause>()
  fastify.addHook('onRequest', (request, _, done) => {
    const { correlationId } = sentBy(request)
    const cause = { requestId: request.id, ...(correlationId && { correlationId }) }
    causes.set(request, cause)
    runCausedBy(cause, done)
  })
  // The last byte of a body comes from its connection, which may have had other requests.
  fastify.addHook('preValidation', (request, _, done) => runCausedBy(causes.get(request) ?? {}, done))
}

/** One line a request, without the query string: that may hold names of guests. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  fastify.addHook('onResponse', async (request, reply) => {
    const path = loggedPath(request)
    const facts = { method: request.method, path, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime) }
    request.log[QUIET.includes(path) ? 'debug' : 'info'](facts, 'Request answered')
  })
}

/**
 * The path as a log may show it: the key of a webhook's URL is all the proof that some vendors give, and there is more than
 * one way to write a URL. So it is the route that is shown, and of a path without one the first words.
 */
function loggedPath({ url, routeOptions: { url: route } }: FastifyRequest): string {
  if (route !== undefined && !/[:*]/.test(route)) return route
  const segments = pathOf(url).split('/').slice(1)
  const secretAt = route?.split('/').indexOf(':key') ?? -1
  const words = segments.map((segment, index) => (index + 1 !== secretAt && WORD.test(segment) ? segment : '…'))
  return `/${words.slice(0, MAX_SEGMENTS).join('/')}`
}

/** A word has no digits and no capitals; a key has both. */
const WORD = /^[a-z][a-z-]{0,30}$/
const MAX_SEGMENTS = 5

export const pathOf = (url: string) => url.split('?', 1)[0] ?? ''
