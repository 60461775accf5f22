/**
 * `events` that read from `source` and end together with it. A generator that waits does not hear `return()` before its
 * wait is over; the source does, so it is told first.
 */
export function endingWith<T>(source: AsyncIterator<unknown>, events: AsyncGenerator<T>): AsyncIterableIterator<T> {
  return {
    next: () => events.next(),
    async return() {
      await source.return?.()
      return events.return(undefined)
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
