import type { ProviderLimits } from '../provider.ts'

/** How many things a request may name, of those that read and of those that change something. */
export const MOST_IDS = 100

/** What the mock vendor allows each API key; its simulator holds callers to it. */
export const limits: ProviderLimits = {
  rate: { requests: 200, perMs: 2_000 },
  pageSize: 500,
  overlapMs: 5 * 60_000,
  calendarRequests: {
    rates: (days, plans) => Math.ceil(days / 90) * Math.max(plans, 1),
    availability: (days) => Math.ceil(days / 90),
  },
  webhookLossHorizonMs: 10 * 60_000,
}
