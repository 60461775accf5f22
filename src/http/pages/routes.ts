import type { FastifyInstance } from 'fastify'
import { pagePolicy } from '../headers.ts'
import { landingPage } from './landing.ts'

/** The page at `/` of an installation without the dashboard. */
export function serveLandingPage(fastify: FastifyInstance, hasQueryPage: boolean): void {
  const html = landingPage({ hasQueryPage })
  fastify.get('/', async (_, reply) =>
    reply.header('content-security-policy', pagePolicy(html)).type('text/html; charset=utf-8').send(html),
  )
}
