import type { Harness } from '../../../src/providers/testing/harness.ts'
import { createSingleRequest } from '../../../src/providers/transport/single-request.ts'

type Json = Record<string, unknown>

/** An operation as it was sent, with what came for it. */
export interface Operation {
  readonly sent: string
  readonly variables: Json
  readonly answer: { readonly data?: Json; readonly errors?: unknown }
}

/** A context whose operations are kept, on a vendor whose answers may be changed. */
export function requestsOf(harness: Harness, twist: (body: Json) => Json = (body) => body) {
  const requests: Operation[] = []
  const send = createSingleRequest({ allowPrivateNetwork: true })
  const ctx = harness.context({
    singleRequest: async (request, signal) => {
      const response = await send(request, signal)
      const answer = twist(JSON.parse(response.body) as Json)
      const sent = request.body ?? ''
      requests.push({ sent, variables: (JSON.parse(sent) as { variables: Json }).variables, answer })
      return { ...response, body: JSON.stringify(answer) }
    },
  })
  return { ctx, requests }
}
