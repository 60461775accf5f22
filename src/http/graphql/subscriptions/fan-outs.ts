import { hash, randomUUID } from 'node:crypto'
import { type ExecutionArgs, execute, type GraphQLError } from 'graphql'
import type { Viewer } from '../../../security/viewer.ts'
import { executionArgs, type Operation, type OperationPayload, readOperation } from '../operation.ts'
import { presentError, presentResult } from '../present-error.ts'
import type { GraphqlApi } from '../server.ts'
import { type Broadcast, createBroadcast } from './fan-out.ts'

/** Whoever asks for an operation. */
export interface Asking {
  readonly viewer: Viewer
  readonly requestId: string
  /** Aborted when they do not wait for the answer any more. */
  readonly signal: AbortSignal
}

/** The subscriptions that are going on in this process. */
export interface Broadcasts {
  /**
   * What answers a message of a WebSocket, an event stream or a router, or why nothing does. The same subscription of
   * viewers with the same rights is one broadcast.
   */
  prepare(asking: Asking, payload: OperationPayload): Broadcast | ExecutionArgs | readonly GraphQLError[]
}

export function createBroadcasts(api: GraphqlApi): Broadcasts {
  const running = new Map<string, Broadcast>()

  const open = (key: string, viewer: Viewer, operation: Operation) => {
    const ended = new AbortController()
    const requestId = randomUUID()
    // It may outlive whoever asked first: all that it knows of them is what everybody in it may see.
    const anybody = { ...viewer, subject: '' }
    const args = executionArgs(api, { viewer: anybody, requestId, signal: ended.signal }, operation)
    const audience = { requestId, log: api.services.log, isProduction: api.isProduction }
    const broadcast: Broadcast = createBroadcast({
      args,
      answer: async (event) => JSON.stringify(presentResult(await execute({ ...args, rootValue: event }), audience)),
      explain: (error) => JSON.stringify({ errors: [presentError(error, audience)] }),
      onStart: () => running.set(key, broadcast),
      onEnd() {
        if (running.get(key) === broadcast) running.delete(key)
        ended.abort()
      },
    })
    return broadcast
  }

  return {
    prepare(asking, payload) {
      const key = keyOf(asking.viewer, payload)
      const going = running.get(key)
      if (going) return going
      const operation = readOperation(api, payload)
      if (!('document' in operation)) return operation
      return operation.isSubscription ? open(key, asking.viewer, operation) : executionArgs(api, asking, operation)
    },
  }
}

/** Everything that an answer depends on. */
function keyOf({ permissions, hotelIds }: Viewer, payload: OperationPayload): string {
  const { query, documentId, extensions, operationName, variables } = payload
  const hotels = hotelIds === '*' ? hotelIds : [...hotelIds].sort()
  const rights = [[...permissions].sort(), hotels]
  return hash('sha256', JSON.stringify([rights, query, documentId, extensions, operationName, variables]))
}
