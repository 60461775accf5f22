import type { FastifyInstance } from 'fastify'
import { badUserInput } from '../../errors.ts'
import type { Tracing } from '../../platform/tracing/tracing.ts'
import { createGuessLimit } from '../../security/guess-limit.ts'
import type { BookingIngest } from '../../webhooks/booking-ingest.ts'
import { inRequestSpan } from '../request-span.ts'
import { allowOnlyPost } from './methods.ts'
import { headerOf, jsonOf, keepRawBodies } from './raw-body.ts'

const URL = '/api/pms/:provider/bookings'
const CORRELATION = 'x-correlation-id'
/** Of one caller about one hotel. */
const WRONG_TOKENS_PER_MINUTE = 10
const VALID_ID = /^[\x21-\x7e]{1,128}$/

/** Where callers post bookings in our own format, and learn when the booking is stored. */
export async function serveBookings(
  fastify: FastifyInstance,
  bookings: BookingIngest,
  tracing: Tracing,
): Promise<void> {
  const guesses = createGuessLimit(WRONG_TOKENS_PER_MINUTE)
  await fastify.register(async (scope) => {
    keepRawBodies(scope)
    allowOnlyPost(scope, URL)
    scope.post<{ Params: { provider: string } }>(URL, async (request, reply) => {
      const correlationId = headerOf(request, CORRELATION)
      if (correlationId !== undefined && !VALID_ID.test(correlationId)) {
        throw badUserInput(CORRELATION, 'The header has to be 1 to 128 visible ASCII characters.')
      }
      if (correlationId !== undefined) {
        reply.header(CORRELATION, correlationId)
        request.log = request.log.child({ correlationId })
      }
      const { provider } = request.params
      const [slug, token] = [headerOf(request, 'x-hotel-slug'), headerOf(request, 'x-provider-token')]
      const sender = { provider, slug, token }
      const hotel = await guesses.guard([request.ip, provider, slug ?? ''], () => bookings.authenticate(sender))
      const { bookingId } = await inRequestSpan(tracing, [request, reply], false, () =>
        bookings.ingest({ hotel, provider, body: jsonOf(request), correlationId }),
      )
      return { bookingId, status: 'synced' }
    })
  })
}
