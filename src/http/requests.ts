import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

const VALID_ID = /^[\w.:-]{1,128}$/
const QUIET = ['/healthz', '/readyz', '/metrics']

/** The caller's request id if it is one that a log can take, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const sent = headers['x-request-id']
  return typeof sent === 'string' && VALID_ID.test(sent) ? sent : randomUUID()
}

/** One line a request, without the query string: that may hold names of guests. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  fastify.addHook('onResponse', async (request, reply) => {
    const path = safePathOf(request.url)
    const facts = { method: request.method, path, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime) }
    request.log[QUIET.includes(path) ? 'debug' : 'info'](facts, 'Request answered')
  })
}

/** As a log may show it: the key of a webhook's URL is all the proof that some vendors give. */
const safePathOf = (url: string) => pathOf(url).replace(/(\/webhooks\/)[^/]+/i, '$1[key]')

export const pathOf = (url: string) => url.split('?', 1)[0] ?? ''
