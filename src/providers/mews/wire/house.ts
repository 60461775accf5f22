import { z } from 'zod'

/** The shapes of what a hotel sells and looks after; what is not named here is kept in `metadata` only. */

const text = z.string().nullish()
const names = z.record(z.string(), z.string()).nullish()
const whole = z.int().nullish()

/** A resource category. It has no time of change. */
export const wireRoomType = z.object({
  Id: z.string(),
  Names: names,
  ShortNames: names,
  Capacity: whole,
  ExtraCapacity: whole,
})

export const wireRatePlan = z.object({
  Id: z.string(),
  Name: text,
  ShortName: text,
  Names: names,
  BaseRateId: text,
  UpdatedUtc: text,
})
