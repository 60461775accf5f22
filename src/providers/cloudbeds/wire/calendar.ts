import { z } from 'zod'
import { decimalAmount } from '../../money.ts'

/** What is read of prices and of what is left. Nothing is put right that cannot be read: the span is refused. */
const flag = z.boolean().nullish()
const whole = z.int().nullish()

const days = { from: z.iso.date(), to: z.iso.date() }

/** A list of days, each named once. */
const daily = <T extends z.ZodObject<{ date: z.ZodISODate }>>(day: T) =>
  z.array(day).refine((list) => new Set(list.map(({ date }) => date)).size === list.length, 'names a day twice')

export const wireRateSpan = z.object({
  ...days,
  rateID: z.string(),
  roomTypeID: z.string(),
  roomRateDetailed: daily(
    z.object({
      date: z.iso.date(),
      totalRate: decimalAmount.nullish(),
      closedToArrival: flag,
      closedToDeparture: flag,
      blocked: flag,
      minLos: whole,
      maxLos: whole,
      cutOff: whole,
    }),
  ),
})

export const wireAvailability = z.object({
  ...days,
  roomTypeID: z.string(),
  rates: z.array(
    z.object({
      ratePlanID: z.string().nullish(),
      roomRateDetailed: daily(z.object({ date: z.iso.date(), roomsAvailable: whole })),
    }),
  ),
})
