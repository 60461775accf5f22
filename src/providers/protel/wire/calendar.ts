import { z } from 'zod'
import { decimalAmount } from '../../money.ts'

/** What is told of a plan, a room type and a currency in some weeks: a price a day and number of guests. */
export const wireRates = z.object({
  ratePlanCode: z.string().min(1),
  roomTypeCode: z.string().min(1),
  currency: z.string(),
  prices: z
    .array(z.object({ date: z.iso.date(), numberOfGuests: z.int().min(1).max(20), amountAfterTax: decimalAmount }))
    .min(1),
})

/** What is told of a room type in some weeks. */
export const wireAvailability = z.object({
  roomTypeCode: z.string().min(1),
  days: z.array(z.object({ date: z.iso.date(), available: z.int() })).min(1),
})
