import { z } from 'zod'
import { decimalAmount } from '../../money.ts'
import { day, flag, text, whole } from '../wire.ts'

const amount = decimalAmount.nullish()

/** On which days of the week a range holds: see {@link holdsOn}. */
const weekdays = {
  sunday: flag,
  monday: flag,
  tuesday: flag,
  wednesday: flag,
  thursday: flag,
  friday: flag,
  saturday: flag,
}

/** Prices of some room types on a range of days. */
export const wireSchedule = z.object({
  start: day,
  end: day,
  ...weekdays,
  roomTypeList: z.array(z.string()).nullish(),
  tierID: whole,
  rateAmounts: z
    .object({
      onePersonRate: amount,
      twoPersonRate: amount,
      threePersonRate: amount,
      fourPersonRate: amount,
      fivePersonRate: amount,
      extraPersonRate: amount,
      extraChildRate: amount,
    })
    .nullish(),
})
export type WireSchedule = z.output<typeof wireSchedule>

/** What a rule is about: the whole house, or what has these codes. */
export const wireControl = z
  .object({
    house: flag,
    bookingChannelCode: text,
    roomClass: text,
    roomType: text,
    ratePlanCategory: text,
    ratePlanCode: text,
  })
  .nullish()
export type Control = z.output<typeof wireControl>

/** A rule for selling, on a range of days. */
export const wireRestriction = z.object({
  start: day,
  end: day,
  ...weekdays,
  restrictionControl: wireControl,
  restrictionStatus: z.object({ code: text, unit: whole }),
})
export type WireRestriction = z.output<typeof wireRestriction>

/** What is known of a plan and a room type on some days: what the walk found in several lists, in the vendor's words. */
export const wireRateSpan = z.object({
  ratePlanCode: z.string(),
  roomType: z.string(),
  currencyCode: text,
  from: z.iso.date(),
  to: z.iso.date(),
  schedules: z.array(wireSchedule),
  restrictions: z.array(wireRestriction),
})

/** Rooms of a type that are left on some days. */
export const wireInventory = z.object({
  code: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  inventoryCounts: z.array(z.object({ startDate: day, endDate: day, availableCount: whole, available: flag })),
})

const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const THURSDAY = 4

/** Days that are marked count; where none is, all but those that are marked as not. @param number since 1970-01-01 */
export function holdsOn(
  range: { readonly [Day in (typeof NAMES)[number]]?: boolean | null | undefined },
  number: number,
) {
  const marked = range[NAMES[(number + THURSDAY) % 7] ?? 'sunday']
  return NAMES.some((name) => range[name] === true) ? marked === true : marked !== false
}
