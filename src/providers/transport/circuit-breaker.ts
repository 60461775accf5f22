import type { ErrorCode } from '../../errors.ts'
import type { Clock } from '../provider.ts'

/** Opens after this many transient failures in a row. */
export const THRESHOLD = 5
export const FIRST_OPEN_MS = 10_000
export const LONGEST_OPEN_MS = 300_000
/** How soon to ask again while another request probes. */
const PROBING_MS = 1_000

/** Keeps requests away from a vendor that is down, and finds out when it is back. It never stays open for good. */
export interface CircuitBreaker {
  /** Null: send, then report how it went. Otherwise: when to ask again. */
  enter(): Promise<Date | null>
  succeeded(): Promise<void>
  failed(code: ErrorCode): Promise<void>
  /** The request ended without telling anything about the vendor, such as by cancellation. */
  abandoned(): void
}

/** One for each provider and credential. Implementations: in memory (tests, connection tests) and in the database. */
export interface CircuitBreakers {
  of(key: string): CircuitBreaker
}

export function createCircuitBreakers({ clock }: { clock: Clock }): CircuitBreakers {
  const breakers = new Map<string, CircuitBreaker>()
  return {
    of(key) {
      const breaker = breakers.get(key) ?? createCircuitBreaker(clock)
      breakers.set(key, breaker)
      return breaker
    },
  }
}

/** Half-opens after 10 s, then after twice as long each time a probe fails, at most 5 min; one success closes it. */
export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  let failures = 0
  let timesOpened = 0
  let openUntilMs = 0
  let isProbing = false

  const open = () => {
    openUntilMs = clock.now().getTime() + Math.min(FIRST_OPEN_MS * 2 ** timesOpened, LONGEST_OPEN_MS)
    timesOpened += 1
    isProbing = false
  }
  return {
    async enter() {
      if (failures < THRESHOLD) return null
      const nowMs = clock.now().getTime()
      if (nowMs < openUntilMs) return new Date(openUntilMs)
      if (isProbing) return new Date(nowMs + PROBING_MS)
      isProbing = true
      return null
    },
    async succeeded() {
      failures = 0
      timesOpened = 0
      isProbing = false
    },
    async failed() {
      failures += 1
      // Requests that were under way when it opened say nothing new.
      if (failures === THRESHOLD || (failures > THRESHOLD && isProbing)) open()
    },
    abandoned() {
      isProbing = false
    },
  }
}
