import { z } from 'zod'
import { decimalAmount } from '../../money.ts'

export const text = z.string().nullish()
export const flag = z.boolean().nullish()

/** A whole number; some answers write numbers as text. */
export const whole = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]).nullish()

export const money = z.object({ amount: decimalAmount.nullish(), currencyCode: text }).nullish()

/** The calendar day at the beginning of a day or of a time that the vendor puts in its place. */
export const day = z
  .string()
  .transform((value) => value.slice(0, 10))
  .nullish()
