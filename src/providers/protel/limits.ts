import type { ProviderLimits } from '../provider.ts'

/** Ours, as the connector is: nothing of this is a number of protel's. */
export const limits: ProviderLimits = {
  rate: { requests: 100, perMs: 10_000 },
  /** The contract's default for `first`; it names no maximum. */
  pageSize: 50,
  /** The gateway stores messages that protel pushes; one may arrive minutes after its `LastModifyDateTime`. */
  overlapMs: 15 * 60_000,
  calendarRequests: { rates: (days) => Math.ceil(days / 31), availability: (days) => Math.ceil(days / 31) },
  webhookLossHorizonMs: 60 * 60_000,
}
