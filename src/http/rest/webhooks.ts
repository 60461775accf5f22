import type { FastifyInstance } from 'fastify'
import { ERROR_CODES, PmsIntegrationError, toPmsError } from '../../errors.ts'
import { isOutage } from '../../platform/database/errors.ts'
import type { Intake } from '../../webhooks/inbox/intake.ts'
import { allowOnlyPost } from './methods.ts'
import { bytesOf, keepRawBodies, plainHeaders } from './raw-body.ts'

interface Address {
  provider: string
  key: string
}

const URL = '/api/pms/:provider/webhooks/:key'
/** When a PMS should repeat a message that could not be stored. */
const RETRY_AFTER_MS = 5_000

/** Where a PMS posts its webhooks. The answer is sent when the message is stored, however long it takes to process. */
export async function serveWebhooks(fastify: FastifyInstance, intake: Intake): Promise<void> {
  await fastify.register(async (scope) => {
    keepRawBodies(scope)
    scope.route<{ Params: Address }>({
      method: 'POST',
      url: URL,
      // Before the body is read: nobody fills our memory through an address that does not exist.
      onRequest: ({ params: { provider, key } }) => withOutages(() => intake.require(provider, key)),
      async handler(request, reply) {
        const { provider, key } = request.params
        const message = { headers: plainHeaders(request), body: bytesOf(request) }
        const { status, headers, body } = await withOutages(() => intake.accept(provider, key, message))
        return reply.code(status).headers(headers).send(body)
      },
    })
    allowOnlyPost(scope, URL)
  })
}

/** An outage is answered as one, so that the PMS repeats the message. */
async function withOutages<T>(work: () => Promise<T>): Promise<T> {
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
