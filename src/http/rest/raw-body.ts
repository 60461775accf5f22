import type { FastifyInstance, FastifyRequest } from 'fastify'
import { badUserInput } from '../../errors.ts'
import { textOf } from '../../platform/body-text.ts'
import { requireShallow } from '../body-depth.ts'

/** Hands bodies of any content type over as they came; too large ones were refused before. */
export function keepRawBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
}

export const bytesOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

/** @throws PmsIntegrationError BAD_USER_INPUT */
export function jsonOf(request: FastifyRequest): unknown {
  return requireShallow(parse(textOf(bytesOf(request), request.headers['content-type'])))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badUserInput('body', 'The body is not valid JSON.')
  }
}

/** Headers as vendors' code reads them: one value each. */
export function plainHeaders({ headers }: FastifyRequest): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  )
  return Object.fromEntries(entries)
}

export function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
