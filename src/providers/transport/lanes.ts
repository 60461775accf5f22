import type { ProviderLimits } from '../provider.ts'

/** For changes and people, of every window: a walk through a hotel never takes all of the vendor's allowance. */
const KEPT_SHARE = 0.2

/** What is left for walks where somebody may change things: at least one request. */
export function walkRate({ requests, perMs }: ProviderLimits['rate']): ProviderLimits['rate'] {
  return { requests: Math.max(requests - Math.ceil(requests * KEPT_SHARE), 1), perMs }
}
