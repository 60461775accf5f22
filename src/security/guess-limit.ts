import { createHash } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { PmsIntegrationError } from '../errors.ts'

/** Slows down whoever guesses a secret, in this process. Who gets it right is never counted. */
export interface GuessLimit {
  /**
   * Runs `work`, whose UNAUTHENTICATED is a wrong guess.
   * @param about who guesses at what; others are not slowed
   * @throws PmsIntegrationError `TOO_MANY_REQUESTS` without a look at the guess, that says how long to wait
   */
  guard<T>(about: readonly string[], work: () => Promise<T>): Promise<T>
}

const MINUTE_SECONDS = 60

export function createGuessLimit(wrongPerMinute: number): GuessLimit {
  const wrong = new RateLimiterMemory({ points: wrongPerMinute, duration: MINUTE_SECONDS })
  return {
    async guard(about, work) {
      // Of a known length, whatever a caller sends.
      const key = createHash('sha256').update(JSON.stringify(about)).digest('base64url')
      const before = await wrong.get(key)
      if (before !== null && before.consumedPoints >= wrongPerMinute) {
        const retryAfterMs = Math.max(before.msBeforeNext, 1)
        throw new PmsIntegrationError('TOO_MANY_REQUESTS', 'Too many wrong secrets.', { retryAfterMs })
      }
      try {
        return await work()
      } catch (error) {
        if (error instanceof PmsIntegrationError && error.code === 'UNAUTHENTICATED') await wrong.penalty(key)
        throw error
      }
    },
  }
}
