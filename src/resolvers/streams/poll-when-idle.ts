import { createMessageBuffer } from '../../platform/pubsub/message-buffer.ts'

const MAX_UNREAD = 256

/** What comes from `source`; when nothing has come for `ms`, what `poll` finds. A poll that fails finds nothing. */
export function pollWhenIdle<T>(
  ms: number,
  source: AsyncIterator<T>,
  poll: () => Promise<T[]>,
): AsyncIterableIterator<T> {
  const { messages, push, end } = createMessageBuffer<T>(MAX_UNREAD, () => {
    clearInterval(timer)
    source.return?.().catch(() => {})
  })
  const timer = setInterval(async () => {
    for (const found of await poll().catch(() => [])) push(found)
  }, ms)
  // Whether the source has ended or failed: its reader gets an end, and may ask again.
  forward(source, (message) => {
    timer.refresh()
    push(message)
  }).then(end, end)
  return messages
}

async function forward<T>(source: AsyncIterator<T>, push: (message: T) => void): Promise<void> {
  for (let result = await source.next(); !result.done; result = await source.next()) push(result.value)
}
