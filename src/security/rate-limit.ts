import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { PmsIntegrationError } from '../errors.ts'
import type { Authenticator } from './viewer.ts'

/** How often one key may do something in this process. */
export interface RateLimit {
  /** @throws PmsIntegrationError `TOO_MANY_REQUESTS` that says how long to wait */
  take(key: string): Promise<void>
}

const MINUTE_SECONDS = 60

export function createRateLimit(perMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS })
  return {
    async take(key) {
      await limiter.consume(key).catch((refused: unknown) => {
        if (!(refused instanceof RateLimiterRes)) throw refused
        const retryAfterMs = Math.max(refused.msBeforeNext, 1)
        throw new PmsIntegrationError('TOO_MANY_REQUESTS', `At most ${perMinute} a minute.`, { retryAfterMs })
      })
    },
  }
}

/** Lets each viewer prove who they are only so often: once for every request and every connection. */
export function limitViewers(authenticator: Authenticator, limit: RateLimit): Authenticator {
  return {
    async authenticate(authorization) {
      const viewer = await authenticator.authenticate(authorization)
      if (viewer !== null) await limit.take(viewer.subject)
      return viewer
    },
  }
}
