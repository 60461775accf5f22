/** One subscriber's messages on their way from `push` to whoever iterates. */
export interface MessageBuffer<T> {
  readonly messages: AsyncIterableIterator<T>
  /** Never waits: when the reader is `limit` behind, the oldest message makes room. */
  push(message: T): void
  end(): void
}

/** @param onEnd called once, when the reader stops reading or `end` is called */
export function createMessageBuffer<T>(limit: number, onEnd: () => void): MessageBuffer<T> {
  const unread: T[] = []
  const readers: ((result: IteratorResult<T>) => void)[] = []
  const done: IteratorReturnResult<undefined> = { done: true, value: undefined }
  let ended = false

  const end = () => {
    if (ended) return
    ended = true
    unread.length = 0
    for (const read of readers.splice(0)) read(done)
    onEnd()
  }
  const push = (message: T) => {
    if (ended) return
    const read = readers.shift()
    if (read) return read({ done: false, value: message })
    if (unread.push(message) > limit) unread.shift()
  }
  const next = async (): Promise<IteratorResult<T>> => {
    const message = unread.shift()
    if (message !== undefined) return { done: false, value: message }
    return ended ? done : new Promise((read) => readers.push(read))
  }
  const messages: AsyncIterableIterator<T> = {
    next,
    async return() {
      end()
      return done
    },
    [Symbol.asyncIterator]: () => messages,
  }
  return { messages, push, end }
}
