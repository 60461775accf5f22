import type { PmsIntegrationError } from '../../errors.ts'
import type { WaitNotice } from './http.ts'
import type { AnswerTooLarge } from './large-answers/answer-too-large.ts'

export interface ParkedWait {
  readonly reason: WaitNotice['reason']
  readonly waitMs: number
  /** A request failed and is to be tried again; otherwise it is only put off. */
  readonly isRetry: boolean
  /** What it would fail with if nobody waited. */
  readonly failure: PmsIntegrationError
}

/**
 * A wait that is too long to hold a place for: whoever runs the walk notes when to go on, and lets go. No error of the
 * vendor's, so that a provider that catches those lets it through.
 */
export class Parked extends Error {
  override readonly name = 'Parked'
  readonly wait: ParkedWait

  constructor(wait: ParkedWait) {
    super(`Parked for ${Math.round(wait.waitMs)} ms (${wait.reason})`, { cause: wait.failure })
    this.wait = wait
  }
}

/** How a walk wants its waits, and what it wants to know. Without it every wait is waited for in place. */
export interface Parking {
  /** Waits from so long on are parked; asked at each wait. */
  fromMs(): number
  /** Requests that failed before this one, since the last page. */
  retries(): number
  /** Longest answer that is taken in; a longer one is {@link AnswerTooLarge}. Infinite: what it takes in without long texts. */
  maxBytes(): number
  /** A request is on its way, or waits to be. */
  asking(): void
  /** An answer is here, whole: what is parked now is asked for once more. Resolves when there is room to take it in. */
  answered(): Promise<void>
}
