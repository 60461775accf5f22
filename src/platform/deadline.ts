import { setTimeout } from 'node:timers/promises'

/** Waits for `work` at most `ms`; tells whether it was over by then. A failure counts as over. */
export async function settledWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const stop = new AbortController()
  const late = setTimeout(ms, false, { signal: stop.signal }).catch(() => false)
  const done = work.then(
    () => true,
    () => true,
  )
  try {
    return await Promise.race([done, late])
  } finally {
    stop.abort()
  }
}
