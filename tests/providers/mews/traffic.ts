import type { ProviderContextOptions } from '../../../src/providers/context.ts'
import type { Harness } from '../../../src/providers/testing/harness.ts'
import type { HttpRequest, HttpResponse } from '../../../src/providers/transport/http.ts'
import { createSingleRequest } from '../../../src/providers/transport/single-request.ts'

/** A call as it went over the wire. */
export interface Call {
  readonly operation: string
  readonly body: Record<string, unknown>
  readonly request: HttpRequest
  readonly response: HttpResponse
}

/** A vendor that answers otherwise than the simulator: a new answer, or undefined to leave it. */
export type Twist = (operation: string, body: Record<string, unknown>) => Partial<HttpResponse> | undefined

/** A context whose calls are kept. */
export function recorded(
  harness: Harness,
  twist: Twist = () => undefined,
  options: Partial<ProviderContextOptions> = {},
) {
  const calls: Call[] = []
  const send = createSingleRequest({ allowPrivateNetwork: true })
  const ctx = harness.context({
    ...options,
    singleRequest: async (request, signal) => {
      const operation = new URL(request.url).pathname.replace('/api/connector/v1/', '')
      const body = JSON.parse(request.body ?? '') as Record<string, unknown>
      const twisted = twist(operation, body)
      const response = twisted ? { status: 200, headers: {}, body: '{}', ...twisted } : await send(request, signal)
      calls.push({ operation, body, request, response })
      return response
    },
  })
  return { ctx, calls, operations: () => calls.map(({ operation }) => operation) }
}

export const answer = (body: object, status = 200) => ({ status, body: JSON.stringify(body) })
