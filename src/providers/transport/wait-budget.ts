import type { Clock } from '../provider.ts'
import type { Delay } from './backoff.ts'
import type { WaitNotice } from './http.ts'

/** Two clocks may disagree about when a slot is free; asking more often than this helps nobody. */
const SHORTEST_MS = 50

/** The waits of one request. */
export interface WaitBudget {
  /**
   * Tells about the wait, then waits. With `tooLong` it counts towards the request's limit, and that error is thrown at
   * once if it would go beyond.
   */
  wait(reason: WaitNotice['reason'], waitMs: number, tooLong?: Error): Promise<void>
}

export interface WaitBudgetOptions {
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly maxWaitMs: number
  readonly delay: Delay
  readonly onWait: (notice: WaitNotice) => void
}

export function createWaitBudget({ clock, signal, maxWaitMs, delay, onWait }: WaitBudgetOptions): WaitBudget {
  let leftMs = maxWaitMs
  return {
    async wait(reason, waitMs, tooLong) {
      const ms = Math.max(waitMs, SHORTEST_MS)
      if (tooLong !== undefined) {
        if (ms > leftMs) throw tooLong
        leftMs -= ms
      }
      onWait({ reason, until: new Date(clock.now().getTime() + ms) })
      await delay(ms, signal)
    },
  }
}
