import { z } from 'zod'
import { currencyCode, externalId, optional, optionalText, recordBase, requiredText } from './common.ts'
import { defineRecordType } from './record-type.ts'

export const RATE_PRICINGS = ['PER_ROOM', 'PER_OCCUPANCY', 'PER_PERSON'] as const
export type RatePricing = (typeof RATE_PRICINGS)[number]

export const DERIVATION_KINDS = ['PERCENT', 'AMOUNT'] as const
export type DerivationKind = (typeof DERIVATION_KINDS)[number]

/** Conditions at which rooms are sold, as a PMS tells them. What they cost on a day is not part of this. */
export const ratePlanRecord = z.strictObject({
  ...recordBase,
  code: optionalText,
  name: requiredText,
  currency: optional(currencyCode),
  /** Whether its prices are what the guest pays. */
  taxIncluded: optional(z.boolean()),
  pricing: optional(z.enum(RATE_PRICINGS)),
  /** The plan whose prices this one's are computed from. */
  derivedFromExternalId: optional(externalId),
  derivationKind: optional(z.enum(DERIVATION_KINDS)),
  /** PERCENT: hundredths of a percent, so −10 % is -1000. AMOUNT: minor units of `currency`. */
  derivationValue: optional(z.int()),
})

export const ratePlans = defineRecordType(
  { one: 'rate plan', many: 'rate plans', says: 'Conditions at which rooms are sold.' },
  ratePlanRecord,
)

/** A validated rate plan. */
export type NormalizedRatePlan = z.output<typeof ratePlanRecord>
/** What an adapter's `normalize.ratePlans` returns: optional fields may be left out. */
export type RatePlanInput = z.input<typeof ratePlanRecord>
