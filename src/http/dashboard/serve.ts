import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pathOf } from '../requests.ts'

/** What stands in the built page where the nonce of an answer belongs. */
const NONCE = /CSP_NONCE/g
/** Never pages of the dashboard, whatever the caller accepts. */
const NOT_PAGES = /^\/(api|graphql|assets|healthz|readyz|metrics)(\/|$)/

/** The manifest of the documents that this build of the dashboard sends. */
export const documentsOf = (folder: string) => join(folder, 'persisted-documents.json')

/**
 * Serves the built dashboard: its page at `/` and at every address of its own that a browser opens, and its files, whose
 * names change with their content, for as long as a browser likes to keep them.
 * @param folder what {@link openDashboard} gave
 * @param queryPage address of the page to try queries on, if there is one to link to
 */
export async function serveDashboard(
  fastify: FastifyInstance,
  folder: string,
  { queryPage }: { queryPage: string | null },
): Promise<void> {
  const built = await readFile(join(folder, 'index.html'), 'utf8')
  const page = built.replace('QUERY_PAGE', queryPage ?? '')
  await fastify.register(staticFiles, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply) => reply.header('cache-control', 'public, max-age=31536000, immutable'),
  })
  fastify.get('/', (_, reply) => sendPage(reply, page))
  fastify.get('/*', async (request, reply) => (isPage(request) ? sendPage(reply, page) : reply.callNotFound()))
}

const isPage = ({ url, headers }: FastifyRequest) =>
  headers.accept?.includes('text/html') === true && !NOT_PAGES.test(pathOf(url))

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .headers({ 'content-security-policy': policy(nonce), 'cache-control': 'no-cache', vary: 'accept' })
    .type('text/html; charset=utf-8')
    .send(page.replace(NONCE, nonce))
}

/** Only files of ours run; the nonce lets the component library write its own style sheets. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
