import type { ProviderLimits } from '../provider.ts'

/** What Mews allows each access token. */
export const limits: ProviderLimits = {
  rate: { requests: 200, perMs: 30_000 },
  // Mews gives up to 1 000. A booking brings some five order items with it, so this keeps every answer near a megabyte.
  pageSize: 250,
  overlapMs: 5 * 60_000,
  // Services, categories, rates, restrictions and age categories; then a rate and a year at a time.
  calendarRequests: {
    rates: (days, plans) => 5 + plans * Math.ceil(days / 367),
    availability: (days) => 2 + Math.ceil(days / 367),
  },
  webhookLossHorizonMs: 15 * 60_000,
}

/** Most items that Mews puts into one answer, and most ids that it takes in one filter. */
export const MAX_COUNT = 1_000

/** What a property is made of is believed for so long when single things are read: a booking, a room. */
export const REMEMBERED_MS = 60_000
/** And for so long where it does not fit what was read with it. */
export const SURELY_SO_MS = 5_000

/** Most days of prices or of availability in one answer. */
export const CALENDAR_DAYS = 367

/** The shortest that three months can be: Mews takes no longer interval of `UpdatedUtc`. */
export const LONGEST_INTERVAL_MS = 89 * 86_400_000
