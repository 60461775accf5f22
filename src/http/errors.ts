import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ERROR_CODES, type ErrorCode, PmsIntegrationError, toPmsError } from '../errors.ts'
import { pathOf } from './requests.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

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
    const known = fromFastify(error)
    onFailure(request, known.code)
    if (known.code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: known.cause }, 'A request failed')
    return send(request, reply, known)
  })
  fastify.setNotFoundHandler((request, reply) => {
    const url = pathOf(request.url)
    const allowed = METHODS.filter((method) => fastify.hasRoute({ method, url }))
    if (allowed.length === 0)
      return send(request, reply, new PmsIntegrationError('NOT_FOUND', 'There is nothing here.'))
    reply.header('allow', allowed.join(', '))
    return send(request, reply, new PmsIntegrationError('METHOD_NOT_ALLOWED', `Use ${allowed.join(' or ')}.`))
  })
}

function fromFastify(error: unknown): PmsIntegrationError {
  const { statusCode } = error as { statusCode?: number }
  const code = error instanceof PmsIntegrationError ? undefined : CODES[statusCode ?? 500]
  return code === undefined ? toPmsError(error) : new PmsIntegrationError(code, ERROR_CODES[code].meaning)
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, statusCode, message, field, retryAfterMs }: PmsIntegrationError,
) {
  if (statusCode === 401) reply.header('www-authenticate', 'Bearer')
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1000))
  const extensions = { code, ...(field === undefined ? {} : { field }), requestId: request.id }
  return reply.code(statusCode).send({ errors: [{ message, extensions }] })
}
