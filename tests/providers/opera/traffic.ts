import type { ProviderContext } from '../../../src/providers/provider.ts'
import type { Harness } from '../../../src/providers/testing/harness.ts'
import type { HttpRequest, HttpResponse } from '../../../src/providers/transport/http.ts'
import { createSingleRequest } from '../../../src/providers/transport/single-request.ts'

export interface Traffic {
  readonly request: HttpRequest
  readonly response: HttpResponse
}

/** A vendor that answers otherwise than the simulator. */
export type Twist = (request: HttpRequest, response: HttpResponse) => HttpResponse

/** A context whose requests and answers are kept. */
export function recorded(harness: Harness, twist: Twist = (_, response) => response, settings = {}) {
  const traffic: Traffic[] = []
  const send = createSingleRequest({ allowPrivateNetwork: true })
  const ctx: ProviderContext = harness.context({
    settings: { ...(harness.context().settings as object), ...settings },
    singleRequest: async (request, signal) => {
      const response = twist(request, await send(request, signal))
      traffic.push({ request, response })
      return response
    },
  })
  return { ctx, traffic, paths: () => traffic.map(({ request }) => `${request.method} ${pathOf(request)}`) }
}

/** Of a search: of the list that it is in newer releases. */
export const pathOf = ({ url }: HttpRequest) => new URL(url).pathname.replace(/\/searches$/, '')

/** Of a search: its criteria. */
export function queryOf({ url, body }: HttpRequest): URLSearchParams {
  if (!new URL(url).pathname.endsWith('/searches')) return new URL(url).searchParams
  const criteria = new URLSearchParams()
  for (const [name, value] of Object.entries(JSON.parse(body ?? '{}')))
    for (const one of [value].flat()) criteria.append(name, String(one))
  return criteria
}
