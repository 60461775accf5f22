import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  addressNotFound,
  badUserInput,
  ERROR_CODES,
  type ErrorCode,
  PmsIntegrationError,
  toPmsError,
} from '../errors.ts'
import { isImpossibleValue } from '../platform/database/errors.ts'
import { IMPOSSIBLE_VALUE } from './graphql/present-error.ts'
import { pathOf } from './requests.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Until what is down for a moment may be back. */
const SOON_MS = 5_000

/** Statuses of Fastify's own errors, as codes of ours. */
const CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'BAD_USER_INPUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  503: 'SERVICE_UNAVAILABLE',
}

/** Every failed request is answered in the shape of GraphQL errors, whatever its path. */
export function answerErrors(
  fastify: FastifyInstance,
  onFailure: (request: FastifyRequest, code: ErrorCode) => void,
): void {
  fastify.setErrorHandler((error, request, reply) => {
    const known = toKnown(error)
    onFailure(request, known.code)
    if (known.code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: known.cause }, 'A request failed')
    return send(request, reply, known)
  })
  fastify.setNotFoundHandler((request, reply) => {
    const url = pathOf(request.url)
    const allowed = METHODS.filter((method) => fastify.hasRoute({ method, url }))
    if (allowed.length === 0) return send(request, reply, addressNotFound())
    reply.header('allow', allowed.join(', '))
    return send(
      request,
      reply,
      new PmsIntegrationError('METHOD_NOT_ALLOWED', `This address takes ${allowed.join(' or ')}.`),
    )
  })
}

function toKnown(error: unknown): PmsIntegrationError {
  if (error instanceof PmsIntegrationError) return error
  if (isImpossibleValue(error)) return new PmsIntegrationError('BAD_USER_INPUT', IMPOSSIBLE_VALUE)
  const code = CODES[(error as { statusCode?: number }).statusCode ?? 500]
  if (code === undefined) return toPmsError(error)
  if (code === 'BAD_USER_INPUT') return badUserInput('body', 'The body is not valid JSON.')
  return new PmsIntegrationError(code, ERROR_CODES[code].meaning, { cause: error })
}

/** Answers with an error in the shape of GraphQL's. */
export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, statusCode, message, field, retryAfterMs }: PmsIntegrationError,
) {
  if (statusCode === 401) reply.header('www-authenticate', 'Bearer')
  const waitMs = retryAfterMs ?? (code === 'SERVICE_UNAVAILABLE' ? SOON_MS : undefined)
  if (waitMs !== undefined) reply.header('retry-after', Math.ceil(waitMs / 1000))
  const extensions = { code, ...(field === undefined ? {} : { field }), requestId: request.id }
  return reply.code(statusCode).send({ errors: [{ message, extensions }] })
}
