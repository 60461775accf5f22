import { setTimeout as delay } from 'node:timers/promises'

/**
 * Calls `work` at once and then again and again, `everyMs` after it ended, so never twice at a time. A failure goes to
 * `onError` and does not end it. Does not keep the process alive. Disposing waits for a call that is under way.
 */
export function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): AsyncDisposable {
  const stop = new AbortController()
  const run = async () => {
    while (!stop.signal.aborted) {
      await work().catch(onError)
      await delay(everyMs, undefined, { ref: false, signal: stop.signal }).catch(() => {})
    }
  }
  const running = run()
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await running
    },
  }
}
