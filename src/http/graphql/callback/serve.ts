import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ExecutionResult } from 'graphql'
import { z } from 'zod'
import { badUserInput, type ErrorCode, PmsIntegrationError } from '../../../errors.ts'
import { settledWithin } from '../../../platform/deadline.ts'
import { requirePermission } from '../../../security/policy.ts'
import type { Viewer } from '../../../security/viewer.ts'
import { operationPayload } from '../operation.ts'
import { presentError } from '../present-error.ts'
import type { GraphqlApi } from '../server.ts'
import type { FanOut, Subscription } from '../subscriptions/fan-out.ts'
import type { FanOuts } from '../subscriptions/fan-outs.ts'
import { onExpiry } from '../subscriptions/token-expiry.ts'
import type { ViewerConnections } from '../subscriptions/viewer-connections.ts'
import { callbackAddress } from './address.ts'
import { type Relay, startRelay } from './relay.ts'
import { createRouter, PROTOCOL, type Router } from './router.ts'

const CLOSE_TIMEOUT_MS = 1_000

const subscription = z.object({
  callbackUrl: z.string(),
  subscriptionId: z.string().min(1),
  verifier: z.string(),
  /** 0: the router wants none. */
  heartbeatIntervalMs: z.union([z.literal(0), z.int().min(100)]).default(5_000),
})
const callbackRequest = z.object({ extensions: z.object({ subscription: z.looseObject({}) }) })

export interface Callbacks {
  /** Whether a router asks for a subscription. */
  isRequested(body: unknown): boolean
  /** @throws PmsIntegrationError why it is refused */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>
  /** Tells the routers that their subscriptions have ended. */
  close(): Promise<unknown>
}

interface CallbackOptions {
  readonly api: GraphqlApi
  readonly fanOuts: FanOuts
  readonly connections: ViewerConnections
  /** Addresses of routers, right below which each subscription has its own; none: no router is served. */
  readonly allowed: readonly string[]
}

/**
 * Serves Apollo's HTTP callback protocol: a router posts a subscription and is called back with its events. Viewers,
 * policies and limits are those of the other transports, and it ends with the token.
 */
export function createCallbacks({ api, fanOuts, connections, allowed }: CallbackOptions): Callbacks {
  const relays = new Map<string, Relay>()
  const present = (requestId: string) => (error: unknown) =>
    presentError(error, { requestId, log: api.services.log, isProduction: api.isProduction })
  const fail = (id: string, code: ErrorCode, message: string) =>
    relays.get(id)?.fail(JSON.stringify([present(id)(new PmsIntegrationError(code, message))]))

  const begin = (router: Router, events: Subscription, { viewer, id, heartbeatMs, release }: Begun) => {
    const clearExpiry = onExpiry(viewer, () => fail(id, 'UNAUTHENTICATED', 'The token has expired.'))
    const onEnd = () => {
      clearExpiry()
      relays.delete(id)
      release()
    }
    relays.set(id, startRelay({ router, subscription: events, heartbeatMs, onEnd }))
  }

  return {
    isRequested: (body) => allowed.length > 0 && callbackRequest.safeParse(body).success,

    async answer(request, reply) {
      const viewer = requirePermission(request.viewer, 'ADMIN_VIEW')
      const { callbackUrl, subscriptionId: id, verifier, heartbeatIntervalMs: heartbeatMs } = requestedBy(request.body)
      const url = callbackAddress(callbackUrl, allowed)
      if (url === null)
        throw new PmsIntegrationError('OUTBOUND_URL_REFUSED', '`callbackUrl` is not an allowed callback address.')
      const prepared = fanOuts.prepare({ viewer, signal: api.stopping, requestId: request.id }, payloadOf(request.body))
      if ('length' in prepared) return reply.code(400).send({ errors: prepared.map(present(request.id)) })
      if (!('subscribe' in prepared))
        throw badUserInput('query', 'Only a subscription can be sent to a callback address.')
      if (relays.has(id))
        throw badUserInput('extensions.subscription.subscriptionId', 'This subscription is already active.')
      const release = connections.acquire(viewer)
      if (release === null) throw new PmsIntegrationError('TOO_MANY_REQUESTS', 'Too many connections are open.')
      const router = createRouter({ url, id, verifier })
      const answer = await confirm(router, prepared).catch((error: unknown) => {
        release()
        throw error
      })
      // The router hears that it has begun before it hears of anything.
      reply.raw.once('close', () => {
        if ('listen' in answer) return begin(router, answer, { viewer, id, heartbeatMs, release })
        release()
        void router.complete(JSON.stringify(answer.errors?.map(present(request.id))))
      })
      return reply.headers(PROTOCOL).send({ data: null })
    },

    close() {
      const open = [...relays.values()]
      for (const id of [...relays.keys()])
        fail(id, 'SERVICE_UNAVAILABLE', 'The server is shutting down: subscribe again.')
      return settledWithin(CLOSE_TIMEOUT_MS, Promise.all(open.map((relay) => relay.settled())))
    },
  }
}

interface Begun {
  readonly viewer: Viewer
  readonly id: string
  readonly heartbeatMs: number
  release(): void
}

/** @throws PmsIntegrationError BAD_USER_INPUT */
function requestedBy(body: unknown): z.output<typeof subscription> {
  const { data } = subscription.safeParse(callbackRequest.parse(body).extensions.subscription)
  if (data) return data
  throw badUserInput('extensions.subscription', 'Send `callbackUrl`, `subscriptionId` and `verifier`.')
}

/** The operation without the callback, which no result depends on. */
function payloadOf(body: unknown) {
  const { data } = operationPayload.safeParse(body)
  if (!data) throw badUserInput('query', 'Send JSON with a `query`.')
  const { subscription: _, ...extensions } = data.extensions ?? {}
  return { ...data, extensions }
}

/** Nothing is read for a router that does not know of it. */
async function confirm(router: Router, fanOut: FanOut): Promise<Subscription | ExecutionResult> {
  if ((await router.check()) === 'ACCEPTED') return fanOut.subscribe()
  throw badUserInput('extensions.subscription', 'The callback address did not confirm this subscription.')
}
