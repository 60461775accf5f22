import type { ProviderLimits } from '../provider.ts'

/** Sources are in the README. */
export const limits: ProviderLimits = {
  // The vendor allows 5, and suspends credentials instead of slowing them down.
  rate: { requests: 4, perMs: 1_000 },
  pageSize: 100,
  // Nobody says in which zone bounds are read: 26 h cover them all.
  overlapMs: 26 * 3_600_000,
  // All rates in one answer for about a month.
  calendarRequests: { rates: (days) => Math.ceil(days / 31), availability: (days) => Math.ceil(days / 31) },
  // Sent five times, a minute apart.
  webhookLossHorizonMs: 5 * 60_000,
}

/** Largest pages of lists that differ from the others. The first is what the vendor gives unasked; more is not promised. */
export const ROOM_PAGE = 20
export const HOUSEKEEPING_PAGE = 5_000

/** As many days as room blocks may be asked for at once. */
export const BLOCK_DAYS = 35
