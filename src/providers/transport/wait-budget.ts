import type { PmsIntegrationError } from '../../errors.ts'
import type { Clock } from '../provider.ts'
import type { Delay } from './backoff.ts'
import type { WaitNotice } from './http.ts'
import { Parked, type Parking } from './parked.ts'

/** Two clocks may disagree about when a slot is free; asking more often than this helps nobody. */
const SHORTEST_MS = 50

/** The waits of one request. */
export interface WaitBudget {
  /**
   * Tells about the wait, then waits. All but `BACKOFF` count towards the request's limit, and `failure` is thrown at once
   * if the wait would go beyond.
   * @throws Parked for one that is too long to hold a place for
   */
  wait(reason: WaitNotice['reason'], waitMs: number, failure: PmsIntegrationError): Promise<void>
}

export interface WaitBudgetOptions {
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly maxWaitMs: number
  readonly delay: Delay
  readonly onWait: (notice: WaitNotice) => void
  readonly parking: Parking | null
}

export function createWaitBudget(options: WaitBudgetOptions): WaitBudget {
  const { clock, signal, maxWaitMs, delay, onWait, parking } = options
  let leftMs = maxWaitMs
  return {
    async wait(reason, waitMs, failure) {
      const ms = Math.max(waitMs, SHORTEST_MS)
      if (parking !== null && ms >= parking.fromMs()) {
        throw new Parked({ reason, waitMs: ms, isRetry: isRetry(reason, failure), failure })
      }
      if (reason !== 'BACKOFF') {
        if (ms > leftMs) throw failure
        leftMs -= ms
      }
      onWait({ reason, until: new Date(clock.now().getTime() + ms) })
      await delay(ms, signal)
    },
  }
}

/** A 429 takes no retry, whatever it says. */
const isRetry = (reason: WaitNotice['reason'], { code }: PmsIntegrationError) =>
  reason === 'BACKOFF' || (reason === 'RETRY_AFTER' && code !== 'PROVIDER_RATE_LIMITED')
