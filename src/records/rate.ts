import { z } from 'zod'
import { currencyCode, externalId } from './common.ts'
import { defineSpanType } from './record-type.ts'
import { checkSpan, daily, dailyByPersons, flag, nights, price, spanBase } from './span.ts'

/** Prices and restrictions of a rate plan and room type for a run of days, as a PMS tells them. */
export const rateRecord = z
  .strictObject({
    ...spanBase,
    ratePlanExternalId: externalId,
    currency: currencyCode,
    /** Of a night, in minor units, by persons in the room; one list where the price is of the room. */
    amounts: dailyByPersons(price),
    /** For each adult or child beyond those. */
    extraAdult: daily(price),
    extraChild: daily(price),
    closed: daily(flag),
    closedToArrival: daily(flag),
    closedToDeparture: daily(flag),
    /** Of stays that begin on the day. */
    minStayArrival: daily(nights),
    /** Of stays that touch the night. */
    minStayThrough: daily(nights),
    maxStay: daily(nights),
    /** Days before arrival from which the plan can no longer be booked. */
    cutoffDays: daily(nights),
  })
  .superRefine(checkSpan)

export const rates = defineSpanType(
  { one: 'rate', many: 'rates', says: 'Prices and restrictions a day, of each rate plan and room type.' },
  rateRecord,
)

/** A validated span of prices. */
export type NormalizedRate = z.output<typeof rateRecord>
/** What an adapter's `normalize.rates` returns: lists may be left out. */
export type RateInput = z.input<typeof rateRecord>
