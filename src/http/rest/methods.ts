import type { FastifyInstance, HTTPMethods } from 'fastify'
import { PmsIntegrationError } from '../../errors.ts'

const OTHERS: HTTPMethods[] = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Answers 405 to any other method of an address with parameters. */
export function allowOnlyPost(fastify: FastifyInstance, url: string): void {
  fastify.route({
    method: OTHERS,
    url,
    onRequest: async (_, reply) => {
      reply.header('allow', 'POST')
      throw new PmsIntegrationError('METHOD_NOT_ALLOWED', 'This address takes POST.')
    },
    handler: () => {},
  })
}
