import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pagePolicy } from '../headers.ts'
import { landingPage } from './landing.ts'
import { queryPage } from './query.ts'

/** The page at `/` of an installation without the dashboard. */
export function serveLandingPage(fastify: FastifyInstance, isProduction: boolean): void {
  const html = landingPage({ hasQueryPage: !isProduction })
  fastify.get('/', async (_, reply) => send(reply, html))
}

/** Answers a browser that opens the address of the API with a page to try it out. */
export async function serveQueryPage(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const isBrowser = request.headers.accept?.includes('text/html') === true
  const isOpened = request.method === 'GET' && !request.url.includes('query=')
  return isBrowser && isOpened ? send(reply, queryPage) : undefined
}

const send = (reply: FastifyReply, html: string) =>
  reply.header('content-security-policy', pagePolicy(html)).type('text/html; charset=utf-8').send(html)
