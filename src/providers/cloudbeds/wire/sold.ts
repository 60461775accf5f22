import { z } from 'zod'
import { decimalAmount } from '../../money.ts'

/** What is read of what the vendor sells; all else is kept in `metadata` only. */
const text = z.string().nullish()

export const wireRoomType = z.object({
  roomTypeID: z.string(),
  roomTypeName: text,
  roomTypeNameShort: text,
  maxGuests: z.int().nullish(),
})

/** A rate without its prices. */
export const wireRatePlan = z.object({
  rateID: z.string(),
  ratePlanNamePublic: text,
  ratePlanNamePrivate: text,
  isDerived: z.boolean().nullish(),
  derivedType: text,
  derivedValue: decimalAmount.nullish(),
  parentRateID: text,
})
