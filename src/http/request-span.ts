import type { FastifyReply, FastifyRequest } from 'fastify'
import { readOrigin } from '../platform/cause.ts'
import type { Tracing } from '../platform/tracing/tracing.ts'

/**
 * Answers a request as a span of its own. The trace of a caller who has proven who they are goes on in it, such as that of a
 * gateway. A stranger's is only linked: they decide neither what is recorded here nor what it is a part of.
 */
export function inRequestSpan<T>(
  tracing: Tracing,
  [request, reply]: readonly [FastifyRequest<never> | FastifyRequest, FastifyReply],
  isKnown: boolean,
  answer: () => Promise<T>,
): Promise<T> {
  if (!tracing.isOn) return answer()
  const { method, id, headers, routeOptions } = request
  const { traceparent } = readOrigin({ traceparent: headers.traceparent })
  const sent = traceparent === undefined ? {} : isKnown ? { parent: traceparent } : { links: [traceparent] }
  const route = routeOptions.url ?? ''
  const facts = { 'http.request.method': method, 'http.route': route, 'pms.request.id': id }
  return tracing.span('request', { kind: 'SERVER', facts, startedMsAgo: reply.elapsedTime, ...sent }, answer)
}
