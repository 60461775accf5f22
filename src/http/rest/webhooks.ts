import type { FastifyInstance } from 'fastify'
import type { Tracing } from '../../platform/tracing/tracing.ts'
import type { Intake } from '../../webhooks/inbox/intake.ts'
import { inRequestSpan } from '../request-span.ts'
import { allowOnlyPost } from './methods.ts'
import { bytesOf, keepRawBodies, plainHeaders } from './raw-body.ts'

interface Address {
  provider: string
  key: string
}

const URL = '/api/pms/:provider/webhooks/:key'

/** Where a PMS posts its webhooks. The answer is sent when the message is stored, however long it takes to process. */
export async function serveWebhooks(fastify: FastifyInstance, intake: Intake, tracing: Tracing): Promise<void> {
  await fastify.register(async (scope) => {
    keepRawBodies(scope)
    scope.route<{ Params: Address }>({
      method: 'POST',
      url: URL,
      // Before the body is read: nobody fills our memory through an address that does not exist.
      onRequest: ({ params: { provider, key } }) => intake.require(provider, key),
      async handler(request, reply) {
        const { provider, key } = request.params
        const message = { headers: plainHeaders(request), body: bytesOf(request) }
        const { status, headers, body } = await inRequestSpan(tracing, [request, reply], false, () =>
          intake.accept(provider, key, message),
        )
        return reply.code(status).headers(headers).send(body)
      },
    })
    allowOnlyPost(scope, URL)
  })
}
