/**
 * `events` that are over the moment that `return` is called: a `next` that waits is answered at once, and a value that was
 * still on its way is dropped. What lies beneath is told to end, not waited for.
 */
export function untilReturned<T>(events: AsyncIterator<T>): AsyncGenerator<T, void> {
  const done: IteratorReturnResult<undefined> = { done: true, value: undefined }
  const over = Promise.withResolvers<typeof done>()
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    over.resolve(done)
    // Nobody is left who could be told of a failure to end.
    Promise.resolve(events.return?.()).catch(() => {})
  }
  return {
    async next() {
      if (isOver) return done
      const result = await Promise.race([events.next(), over.promise])
      return isOver || result.done ? done : result
    },
    async return() {
      end()
      return done
    },
    async throw(error) {
      end()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
    [Symbol.asyncDispose]: async () => end(),
  }
}
