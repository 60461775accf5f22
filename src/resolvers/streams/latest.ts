import { setTimeout as delay } from 'node:timers/promises'
import { linkReturn } from './link-return.ts'

interface Watched<Event, State> {
  /** What the event is about; null for one that is about nothing that is watched. */
  keyOf(event: Event): string | null
  /** As it is now; null when it is gone. */
  read(key: string): Promise<State | null>
  /** A thing is told of once in that time, however often something happens to it, and the last of it always. */
  everyMs: number
}

/** Of each thing that events are about the state that it has come to. */
export function latest<Event, State>(
  source: AsyncIterableIterator<Event>,
  watched: Watched<Event, State>,
): AsyncIterableIterator<State> {
  return linkReturn(source, states(source, watched))
}

async function* states<Event, State>(
  source: AsyncIterableIterator<Event>,
  { keyOf, read, everyMs }: Watched<Event, State>,
): AsyncGenerator<State> {
  const due = new Set<string>()
  const take = () => {
    const taken = source.next()
    // Whoever waits for it hears of a failure; meanwhile nobody may.
    taken.catch(() => {})
    return taken
  }
  let next = take()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      const key = keyOf(value)
      next = take()
      if (key === null) continue
      due.add(key)
      // What happens meanwhile is told together.
      const pause = delay(everyMs, 'OVER' as const, { ref: false })
      for (;;) {
        const more = await Promise.race([next, pause])
        if (more === 'OVER' || more.done) break
        const another = keyOf(more.value)
        if (another !== null) due.add(another)
        next = take()
      }
      for (const each of [...due]) {
        due.delete(each)
        const state = await read(each)
        if (state !== null) yield state
      }
    }
  } finally {
    await source.return?.()
  }
}
