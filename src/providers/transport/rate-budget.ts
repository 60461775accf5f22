import type { Clock } from '../provider.ts'
import type { RateBudget } from './http.ts'

/**
 * The window to count over so that the vendor, who sees our requests with some jitter, never counts more than its
 * allowance in any window of `perMs`.
 */
export function countedWindowMs(perMs: number): number {
  return perMs + Math.min(perMs / 20, 500)
}

interface Account {
  /** When slots were given, oldest first. */
  readonly grants: number[]
  pausedUntilMs: number
}

/** A sliding window over the times of past requests, for one process. */
export function createMemoryRateBudget({ clock }: { clock: Clock }): RateBudget {
  const accounts = new Map<string, Account>()
  const accountOf = (key: string) => {
    const account = accounts.get(key) ?? { grants: [], pausedUntilMs: 0 }
    accounts.set(key, account)
    return account
  }
  return {
    async take(key, { requests, perMs }) {
      const { grants, pausedUntilMs } = accountOf(key)
      const nowMs = clock.now().getTime()
      const windowMs = countedWindowMs(perMs)
      while (grants[0] !== undefined && grants[0] <= nowMs - windowMs) grants.shift()
      const slotMs = grants.length < requests ? nowMs : (grants[grants.length - requests] ?? nowMs) + windowMs
      const retryAtMs = Math.max(slotMs, pausedUntilMs)
      if (retryAtMs > nowMs) return { granted: false, retryAt: new Date(retryAtMs) }
      grants.push(nowMs)
      return { granted: true }
    },
    async pause(key, until) {
      const account = accountOf(key)
      account.pausedUntilMs = Math.max(account.pausedUntilMs, until.getTime())
    },
  }
}
