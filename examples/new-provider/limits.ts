import type { ProviderLimits } from '../../src/providers/provider.ts'

/** Innkeeper's published allowance. Its changes are dated at once, so a minute of overlap is plenty. */
export const limits: ProviderLimits = {
  rate: { requests: 60, perMs: 10_000 },
  pageSize: 100,
  overlapMs: 60_000,
  webhookLossHorizonMs: null,
}
