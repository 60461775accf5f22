/**
 * Links `return()` of `events` to the source that they read from. A generator that waits does not hear `return()` before
 * its wait is over; the source does, so it goes first.
 */
export function linkReturn<T>(source: AsyncIterator<unknown>, events: AsyncGenerator<T>): AsyncIterableIterator<T> {
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
