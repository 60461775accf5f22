import type { FastifyInstance, HTTPMethods } from 'fastify'
import { PmsIntegrationError } from '../../errors.ts'

const OTHERS: HTTPMethods[] = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Says of an address with parameters that it takes POST alone. */
export function refuseOtherMethods(fastify: FastifyInstance, url: string): void {
  fastify.route({
    method: OTHERS,
    url,
    onRequest: async (_, reply) => {
      reply.header('allow', 'POST')
      throw new PmsIntegrationError('METHOD_NOT_ALLOWED', 'Use POST.')
    },
    handler: () => {},
  })
}
