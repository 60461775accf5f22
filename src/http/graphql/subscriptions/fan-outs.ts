import { hash, randomUUID } from 'node:crypto'
import { type ExecutionArgs, execute, type GraphQLError } from 'graphql'
import { readOrigin } from '../../../platform/cause.ts'
import type { Tracing } from '../../../platform/tracing/tracing.ts'
import type { Viewer } from '../../../security/viewer.ts'
import { executionArgs, type Operation, type OperationPayload, readOperation } from '../operation.ts'
import { presentError, presentResult } from '../present-error.ts'
import type { GraphqlApi } from '../server.ts'
import { createFanOut, type FanOut } from './fan-out.ts'

/** Whoever sent an operation. */
export interface Requester {
  readonly viewer: Viewer
  readonly requestId: string
  /** Aborted when they do not wait for the answer any more. */
  readonly signal: AbortSignal
}

/** The subscriptions that are active in this process. */
export interface FanOuts {
  /**
   * What answers a message of a WebSocket, an event stream or a router, or why nothing does. The same subscription of
   * viewers with the same rights is one fan-out.
   */
  prepare(requester: Requester, payload: OperationPayload): FanOut | ExecutionArgs | readonly GraphQLError[]
}

export function createFanOuts(api: GraphqlApi): FanOuts {
  const active = new Map<string, FanOut>()

  const open = (key: string, viewer: Viewer, operation: Operation) => {
    const ended = new AbortController()
    const requestId = randomUUID()
    // It may outlive its first subscriber: all that it knows of them is what every subscriber has.
    const anybody = { ...viewer, subject: '' }
    const args = executionArgs(api, { viewer: anybody, requestId, signal: ended.signal }, operation)
    const audience = { requestId, log: api.services.log, isProduction: api.isProduction }
    const fanOut: FanOut = createFanOut({
      args,
      execute: (event) =>
        asPartOf(api.services.tracing, event, async () =>
          JSON.stringify(presentResult(await execute({ ...args, rootValue: event }), audience)),
        ),
      present: (error) => JSON.stringify({ errors: [presentError(error, audience)] }),
      onStart: () => active.set(key, fanOut),
      onEnd() {
        if (active.get(key) === fanOut) active.delete(key)
        ended.abort()
      },
    })
    return fanOut
  }

  return {
    prepare(requester, payload) {
      const key = keyOf(requester.viewer, payload)
      const existing = active.get(key)
      if (existing) return existing
      const operation = readOperation(api, payload)
      if (!('document' in operation)) return operation
      return operation.isSubscription
        ? open(key, requester.viewer, operation)
        : executionArgs(api, requester, operation)
    },
  }
}

/** What subscribers are sent is the end of the trace that the event is a part of. */
function asPartOf(tracing: Tracing, event: unknown, work: () => Promise<string>): Promise<string> {
  const { traceparent: parent } = tracing.isOn ? readOrigin(event as { traceparent?: unknown }) : {}
  return parent === undefined ? work() : tracing.span('subscription.event', { kind: 'PRODUCER', parent }, work)
}

/** Everything that an answer depends on. */
function keyOf({ permissions, hotelIds }: Viewer, payload: OperationPayload): string {
  const { query, documentId, extensions, operationName, variables } = payload
  const hotels = hotelIds === '*' ? hotelIds : [...hotelIds].sort()
  const rights = [[...permissions].sort(), hotels]
  return hash('sha256', JSON.stringify([rights, query, documentId, extensions, operationName, variables]))
}
