import type { FastifyInstance } from 'fastify'
import { badUserInput } from '../errors.ts'
import { unpacked } from '../platform/unpack.ts'

/** Takes bodies packed in any way that vendors and gateways pack them; the limit is on what they unpack to. */
export function unpackBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async ({ headers }, _, payload) => {
    const encoding = headers['content-encoding']
    if (encoding === undefined) return payload
    // The length that was told is that of the packed body.
    delete headers['content-length']
    try {
      return unpacked(payload as Parameters<typeof unpacked>[0], encoding)
    } catch (error) {
      throw error instanceof RangeError ? badUserInput('content-encoding', error.message) : error
    }
  })
}
