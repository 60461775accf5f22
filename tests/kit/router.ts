import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

const base = { kind: z.literal('subscription'), id: z.string(), verifier: z.string() }
const message = z.discriminatedUnion('action', [
  z.strictObject({ ...base, action: z.literal('check') }),
  z.strictObject({ ...base, action: z.literal('next'), payload: z.looseObject({}) }),
  z.strictObject({ ...base, action: z.literal('complete'), errors: z.array(z.looseObject({})).optional() }),
])
export type RouterMessage = z.output<typeof message>
type Action = RouterMessage['action']

/** What a router answers by the published protocol; a test may have it answer something else. */
const ANSWERS: Record<Action, number> = { check: 204, next: 200, complete: 202 }

/** The side of Apollo Router in the HTTP callback protocol, which takes in only what the protocol allows. */
export interface TestRouter extends AsyncDisposable {
  /** `public_url` of its configuration. */
  readonly url: string
  open(heartbeatIntervalMs?: number): RouterSubscription
}

export interface RouterSubscription {
  /** Goes into the request to the subgraph. */
  readonly extensions: { readonly subscription: Readonly<Record<string, unknown>> }
  readonly messages: RouterMessage[]
  /** Statuses to answer with, one after the other, before it does by the protocol again. */
  readonly failures: number[]
  /** Forgets it: from then on the answer is this status. */
  end(status: number): void
}

export async function startRouter(): Promise<TestRouter> {
  const subscriptions = new Map<string, Kept>()
  const server = createServer(async (request, response) => {
    response.writeHead(await takeIn(request, subscriptions), { 'subscription-protocol': 'callback/1.0' }).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`
  return {
    url,
    open(heartbeatIntervalMs = 0) {
      const [subscriptionId, verifier] = [randomUUID(), randomUUID()]
      const kept: Kept = { verifier, messages: [], failures: [], ended: null }
      subscriptions.set(subscriptionId, kept)
      const callbackUrl = `${url}/${subscriptionId}`
      return {
        extensions: { subscription: { callbackUrl, subscriptionId, verifier, heartbeatIntervalMs } },
        messages: kept.messages,
        failures: kept.failures,
        end(status) {
          kept.ended = status
        },
      }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Kept {
  readonly verifier: string
  readonly messages: RouterMessage[]
  readonly failures: number[]
  ended: number | null
}

async function takeIn(request: IncomingMessage, subscriptions: Map<string, Kept>): Promise<number> {
  const { method, headers, url = '' } = request
  const { data } = message.safeParse(await json(request))
  const kept = subscriptions.get(url.slice(url.lastIndexOf('/') + 1))
  const isProtocol =
    method === 'POST' &&
    headers['content-type'] === 'application/json' &&
    headers['subscription-protocol'] === 'callback/1.0'
  if (!data || !isProtocol) return 400
  if (!kept || !url.endsWith(data.id)) return 404
  if (data.verifier !== kept.verifier) return 400
  kept.messages.push(data)
  return kept.ended ?? kept.failures.shift() ?? ANSWERS[data.action]
}
