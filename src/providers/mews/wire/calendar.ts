import { z } from 'zod'
import { decimalAmount } from '../../money.ts'

/** Prices and availability come in columns, beside the moments at which the days begin. */

const starts = z.array(z.iso.datetime({ offset: true })).min(1)
const column = z.array(z.int()).nullish()
const text = z.string().nullish()
const whole = z.int().min(0).nullish()

export const wireAvailability = z.object({
  CategoryId: z.string(),
  TimeUnitStartsUtc: starts,
  Metrics: z.object({
    ActiveResources: column,
    UsableResources: column,
    OutOfOrderBlocks: column,
    Occupied: column,
    OtherServiceReservationCount: column,
    PublicAvailabilityAdjustment: column,
  }),
})

const instant = z.iso.datetime({ offset: true }).nullish()

/** For whom a restriction holds, and who is let through all the same. */
export const wireRestriction = z.object({
  Conditions: z.object({
    Type: z.string(),
    StartUtc: instant,
    EndUtc: instant,
    Days: z.array(z.string()).nullish(),
  }),
  Exceptions: z
    .looseObject({
      MinAdvance: text,
      MaxAdvance: text,
      MinLength: text,
      MaxLength: text,
    })
    .nullish(),
})
export type WireRestriction = z.output<typeof wireRestriction>

/** What is known of a rate and a category on some days: what the walk found in several lists, in the vendor's words. */
export const wireRateSpan = z.object({
  RateId: z.string(),
  CategoryId: z.string(),
  Currency: z.string(),
  TimeUnitStartsUtc: starts,
  AmountPrices: z.array(z.object({ Currency: z.string(), GrossValue: decimalAmount }).nullable()),
  EmptyUnitAdjustment: decimalAmount.nullish(),
  ExtraUnitAdjustment: decimalAmount.nullish(),
  AgeCategoryAdjustments: z
    .array(z.object({ Classification: text, Type: text, AbsoluteValue: decimalAmount }))
    .nullish(),
  Category: z.object({ Capacity: whole, ExtraCapacity: whole }).nullish(),
  Restrictions: z.array(wireRestriction),
})
export type WireRateSpan = z.output<typeof wireRateSpan>
