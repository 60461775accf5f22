import type { FastifyInstance } from 'fastify'
import { badUserInput } from '../errors.ts'
import { isLargerThan } from '../records/text/nesting.ts'

/** Deeper than any variable of an operation, and far from where a recursion runs out of stack. */
const MAX_LEVELS = 64

/** Refuses bodies whose JSON is nested without end, for whatever reads them next may descend into it. */
export function refuseDeepBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', async ({ body }) => {
    if (!Buffer.isBuffer(body)) requireShallow(body)
  })
}

export const isTooDeep = (body: unknown) => isLargerThan(body, MAX_LEVELS, Number.POSITIVE_INFINITY)

/** @throws PmsIntegrationError BAD_USER_INPUT */
export function requireShallow<T>(body: T): T {
  if (!isTooDeep(body)) return body
  throw badUserInput('body', `The body is nested more than ${MAX_LEVELS} levels deep.`)
}
