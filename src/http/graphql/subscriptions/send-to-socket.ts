import type { WebSocket } from 'ws'
import type { Subscription } from './fan-out.ts'

/** A client that leaves this much unread is dropped before it fills the memory of all others. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024

/** Never waits for a client. */
export function send(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate()
  else socket.send(text)
}

/**
 * Sends a client the results of a subscription. graphql-ws waits for the end and gets no result: it would serialise each
 * one once more for every client.
 */
export function sendResults(
  socket: WebSocket,
  id: string,
  subscription: Subscription,
): AsyncGenerator<never, undefined> {
  const ended = Promise.withResolvers<IteratorReturnResult<undefined>>()
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    subscription.unsubscribe()
    ended.resolve(OVER)
    return OVER
  }
  const before = `{"id":${JSON.stringify(id)},"type":"next","payload":`
  const listener = { next: (result: string) => send(socket, `${before}${result}}`), complete: () => void end() }
  return {
    next() {
      subscription.listen(listener)
      return ended.promise
    },
    return: end,
    async throw(error) {
      await end()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  }
}

const OVER = { done: true, value: undefined } as const
