import { setTimeout as delay } from 'node:timers/promises'

/** What comes from `source`; when nothing has come for `ms`, what `look` finds. */
export async function* orEvery<T>(ms: number, source: AsyncIterator<T>, look: () => Promise<T[]>): AsyncGenerator<T> {
  let next = source.next()
  for (;;) {
    const patience = new AbortController()
    const silence = delay(ms, null, { signal: patience.signal }).catch(() => null)
    const result = await Promise.race([next, silence])
    patience.abort()
    if (result === null) yield* await look()
    else if (result.done) return
    else {
      yield result.value
      next = source.next()
    }
  }
}
