import { abortable } from '../../platform/deadline.ts'
import type { Place } from '../../platform/places.ts'
import type { Clock, FetchedPage } from '../../providers/provider.ts'

/** A page with the time at which we began to ask for it; that time breaks ties between versions. */
export interface TimedPage extends FetchedPage {
  readonly fetchedAt: Date
  /** The failures that this page takes up again, in a replay. */
  readonly replayedFailureIds?: readonly string[]
}

/**
 * Asks for the next page as soon as the caller comes back, which it does while it still stores the current one, and never
 * further ahead: two pages in memory whatever the size of the hotel, and one to fetch again after a stop. Stops waiting when `signal`
 * aborts, also for a provider that does not listen to it.
 */
export async function* readAhead(
  pages: AsyncIterable<FetchedPage>,
  signal: AbortSignal,
  clock: Clock,
  place?: Pick<Place, 'waiting' | 'working'>,
): AsyncGenerator<TimedPage> {
  const iterator = pages[Symbol.asyncIterator]()
  const ask = () => {
    place?.waiting()
    const next = abortable(iterator.next(), signal).finally(() => place?.working())
    next.catch(() => {}) // reported when it is awaited
    return { fetchedAt: clock.now(), next }
  }
  let asked = ask()
  while (true) {
    const { value, done } = await asked.next
    if (done) return
    const { fetchedAt } = asked
    yield { ...value, fetchedAt }
    if (value.cursor === null) return
    signal.throwIfAborted()
    asked = ask()
  }
}
