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
  /** When slots were given, oldest first: to anybody, and to sets among them. */
  readonly grants: number[]
  readonly ofSets: number[]
  pausedUntilMs: number
}

/** A sliding window over the times of past requests, for one process. */
export function createMemoryRateBudget({ clock }: { clock: Clock }): RateBudget {
  const accounts = new Map<string, Account>()
  const accountOf = (key: string) => {
    const account = accounts.get(key) ?? { grants: [], ofSets: [], pausedUntilMs: 0 }
    accounts.set(key, account)
    return account
  }
  return {
    async take(key, { requests, perMs, ofSets }) {
      const account = accountOf(key)
      const nowMs = clock.now().getTime()
      const windowMs = countedWindowMs(perMs)
      const slotIn = (grants: number[], most: number) => {
        while (grants[0] !== undefined && grants[0] <= nowMs - windowMs) grants.shift()
        return grants.length < most ? nowMs : (grants[grants.length - most] ?? nowMs) + windowMs
      }
      const ownMs = ofSets === undefined ? nowMs : slotIn(account.ofSets, ofSets)
      const retryAtMs = Math.max(slotIn(account.grants, requests), ownMs, account.pausedUntilMs)
      if (retryAtMs > nowMs) return { granted: false, retryAt: new Date(retryAtMs) }
      account.grants.push(nowMs)
      if (ofSets !== undefined) account.ofSets.push(nowMs)
      return { granted: true }
    },
    async pause(key, until) {
      const account = accountOf(key)
      account.pausedUntilMs = Math.max(account.pausedUntilMs, until.getTime())
    },
  }
}
