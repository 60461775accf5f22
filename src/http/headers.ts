import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
}
const ONE_YEAR_SECONDS = 31_536_000

/** Sets what keeps browsers from doing with an answer what nobody meant. A route may say otherwise for itself. */
export function addSecurityHeaders(fastify: FastifyInstance, isProduction: boolean): void {
  const headers = isProduction
    ? { ...SECURITY_HEADERS, 'strict-transport-security': `max-age=${ONE_YEAR_SECONDS}; includeSubDomains` }
    : SECURITY_HEADERS
  fastify.addHook('onRequest', async (_, reply) => {
    reply.headers(headers)
  })
}

/** Lets a page of ours run its own inline script and style, and nothing else. */
export function pagePolicy(html: string): string {
  const hashes = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(
      ([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
    )
  return [
    "default-src 'none'",
    `script-src ${hashes('script').join(' ') || "'none'"}`,
    `style-src ${hashes('style').join(' ') || "'none'"}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
