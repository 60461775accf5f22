import { oauthOf } from '../../../src/providers/cloudbeds/simulator/gate.ts'
import type { ProviderContextOptions } from '../../../src/providers/context.ts'
import type { ProviderContext } from '../../../src/providers/provider.ts'
import type { Lab } from '../../../src/providers/testing/lab.ts'
import { createExchange } from '../../../src/providers/transport/exchange.ts'
import type { HttpRequest, HttpResponse } from '../../../src/providers/transport/http.ts'

export interface Traffic {
  readonly request: HttpRequest
  readonly response: HttpResponse
}

/** A vendor that answers otherwise than the simulator. */
export type Twist = (request: HttpRequest, response: HttpResponse) => HttpResponse

/** A context whose requests and answers are kept. */
export function recorded(
  lab: Lab,
  twist: Twist = (_, response) => response,
  overrides: Partial<ProviderContextOptions> = {},
) {
  const traffic: Traffic[] = []
  const send = createExchange({ allowPrivateNetwork: true })
  const ctx: ProviderContext = lab.context({
    ...overrides,
    exchange: async (request, signal) => {
      const response = twist(request, await send(request, signal))
      traffic.push({ request, response })
      return response
    },
  })
  return { ctx, traffic, paths: () => traffic.map(({ request }) => `${request.method} ${pathOf(request)}`) }
}

export const pathOf = ({ url }: HttpRequest) => new URL(url).pathname
export const queryOf = ({ url }: HttpRequest) => new URL(url).searchParams

/** The simulator's application with OAuth instead of its API key. */
export function oauth({ adapter, simulator }: Lab): Partial<ProviderContextOptions> {
  return { credentials: adapter.credentials.parse(oauthOf(String(simulator.credentials.apiKey))) }
}
