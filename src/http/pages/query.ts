import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Answers a browser that opens the address of the API with a page to try it out; anything else goes on to the API. */
export type QueryPage = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

const EXAMPLE = `query Arrivals($hotelId: ID!) {
  bookings(hotelId: $hotelId, first: 5) {
    totalCount
    nodes {
      guestName
      checkIn
      checkOut
      room { roomNumber }
    }
    pageInfo { hasNextPage endCursor }
  }
}

subscription Progress($hotelId: ID!) {
  syncProgress(hotelId: $hotelId) {
    phase
    processed
    total
  }
}
`

/**
 * The token comes with the link that the start prints, or from the dashboard in the same tab. The script takes it off the
 * address and keeps it where the dashboard does.
 */
const CONFIGURE = `
const given = new URLSearchParams(location.hash.slice(1)).get('token')
if (given !== null) {
  sessionStorage.setItem('token', given)
  history.replaceState(history.state, '', location.pathname)
}
const token = sessionStorage.getItem('token')
if (token !== null) RURU_CONFIG.initialHeaders = JSON.stringify({ authorization: 'Bearer ' + token }, null, 2)
RURU_CONFIG.subscriptionEndpoint = location.origin.replace(/^http/, 'ws') + RURU_CONFIG.endpoint
`

/**
 * GraphiQL at the address of the API, for development: its package is there only then, and its files come from it, none
 * from elsewhere.
 * @returns null without the package
 */
export async function openQueryPage(fastify: FastifyInstance, endpoint: string): Promise<QueryPage | null> {
  const folder = staticFolder()
  if (folder === null) return null
  const { ruruHTML } = await import('ruru/server')
  const staticPath = `${endpoint}/page/`
  await fastify.register(staticFiles, { root: folder, prefix: staticPath, index: false, decorateReply: false })
  const html = ruruHTML({
    endpoint,
    staticPath,
    clientConfig: { defaultQuery: EXAMPLE, initialVariables: '{ "hotelId": "demo" }' },
    htmlParts: {
      titleTag: '<title>GraphQL · PMS adapter layer</title>',
      configScript: (script) => script.replace('</script>', `${CONFIGURE}</script>`),
    },
  }).replaceAll('<script', '<script nonce="NONCE"')
  return async (request, reply) => {
    const isBrowser = request.headers.accept?.includes('text/html') === true
    const isOpened = request.method === 'GET' && !request.url.includes('query=')
    return isBrowser && isOpened ? sendPage(reply, html) : undefined
  }
}

function staticFolder(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('ruru/static')), '../static')
  } catch {
    return null
  }
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .header('content-security-policy', policy(nonce))
    .type('text/html; charset=utf-8')
    .send(html.replaceAll('NONCE', nonce))
}

/** The editor writes its own styles and has its workers speak to each other. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
