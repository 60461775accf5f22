import type { FastifyInstance } from 'fastify'
import { ERROR_CODES, PmsIntegrationError, toPmsError } from '../../errors.ts'
import { isOutage } from '../../platform/database/errors.ts'
import type { Intake } from '../../webhooks/inbox/intake.ts'
import { refuseOtherMethods } from './methods.ts'
import { bytesOf, keepRawBodies, plainHeaders } from './raw-body.ts'

interface Address {
  provider: string
  key: string
}

const URL = '/api/pms/:provider/webhooks/:key'
/** Vendors repeat what they were not thanked for; this soon is soon enough. */
const RETRY_AFTER_MS = 5_000

/** Where vendors post what happened. The answer is sent when the bytes are safe, whatever it takes to process them. */
export async function serveWebhooks(fastify: FastifyInstance, intake: Intake): Promise<void> {
  await fastify.register(async (scope) => {
    keepRawBodies(scope)
    scope.route<{ Params: Address }>({
      method: 'POST',
      url: URL,
      // Before the body is read: nobody fills our memory through an address that does not exist.
      onRequest: ({ params: { provider, key } }) => guarded(() => intake.require(provider, key)),
      async handler(request, reply) {
        const { provider, key } = request.params
        const message = { headers: plainHeaders(request), body: bytesOf(request) }
        const { status, headers, body } = await guarded(() => intake.accept(provider, key, message))
        return reply.code(status).headers(headers).send(body)
      },
    })
    refuseOtherMethods(scope, URL)
  })
}

/** An outage is told as one: the vendor comes again. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isOutage(error) ? unavailable(error) : toPmsError(error)
  }
}

function unavailable(cause: unknown): PmsIntegrationError {
  const { meaning } = ERROR_CODES.SERVICE_UNAVAILABLE
  return new PmsIntegrationError('SERVICE_UNAVAILABLE', meaning, { retryAfterMs: RETRY_AFTER_MS, cause })
}
