import { setTimeout as delay } from 'node:timers/promises'
import type { Postmaster } from './postmaster.ts'
import { isAlive } from './process-identity.ts'

const EVERY_MS = 1_000

/**
 * Looks every second whether the server lives, and has it brought back when it does not. All processes that use it look;
 * the first one brings it back, the others find it. Disposing ends that, and nothing else.
 */
export function watchPostmaster(
  server: Postmaster,
  log: { warn(fields: object, message: string): void },
  bringBack: () => Promise<Postmaster>,
): AsyncDisposable {
  const stop = new AbortController()
  let current = server
  const look = async () => {
    if (isAlive(current.identity)) return
    log.warn({ port: current.port }, 'The embedded PostgreSQL has died; it is started again')
    current = await bringBack()
  }
  const keep = async () => {
    while (!stop.signal.aborted) {
      await delay(EVERY_MS, undefined, { ref: false, signal: stop.signal }).catch(() => {})
      if (stop.signal.aborted) return
      await look().catch((error: Error) => log.warn({ err: error }, 'The embedded PostgreSQL did not start again'))
    }
  }
  const watching = keep()
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await watching
    },
  }
}
