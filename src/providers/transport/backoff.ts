import { setTimeout as sleep } from 'node:timers/promises'

export const MAX_RETRIES = 3
const FIRST_MS = 1_000
const LONGEST_MS = 30_000

/** Exponential with full jitter: anything from nothing to 1 s, then to 2 s, 4 s, … 30 s. */
export function backoffMs(retry: number, random: () => number): number {
  return random() * Math.min(FIRST_MS * 2 ** retry, LONGEST_MS)
}

/** Resolves after `ms`; rejects with the signal's reason as soon as it aborts. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>

export const realDelay: Delay = async (ms, signal) => {
  try {
    await sleep(ms, undefined, { signal })
  } catch {
    signal.throwIfAborted()
  }
}
