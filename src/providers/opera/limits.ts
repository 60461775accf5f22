import type { ProviderLimits } from '../provider.ts'

/** Sources are in the README. */
export const limits: ProviderLimits = {
  rate: { requests: 50, perMs: 1_000 },
  pageSize: 100,
  // Nobody says in which zone the daily summary reads times: half a day covers the Americas, where it matters.
  overlapMs: 12 * 3_600_000,
  // Plans, types, and rules 90 days at a time, in quarters where they are many; then a list a plan for a year.
  calendarRequests: {
    rates: (days, plans) => 2 + 4 * Math.ceil(days / 90) + plans * Math.ceil(days / 365),
    availability: (days) => Math.ceil(days / 90),
  },
  webhookLossHorizonMs: null,
}

/** Searches show no rows beyond this one. */
export const ROW_CAP = 1_000

/** Longest range of stay dates of one daily summary, both ends included. */
export const SUMMARY_DAYS = 94

/** Longest range of days that lists of housekeeping, inventory and restrictions answer, both ends included. */
export const RANGE_DAYS = 90

/** Longest range of days of a plan's prices, both ends included, and most ranges of prices at once. */
export const SCHEDULE_DAYS = 365
export const SCHEDULE_PAGE = 500

/** How many bookings are asked for by id at once: keeps the request line far from the gateway's 8 KB. */
export const ID_BATCH = 50
