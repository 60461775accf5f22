import { dayNumber, dayOf } from '../../../records/days.ts'
import { decimalOf, minorUnitsOf } from '../../money.ts'
import { SimulatedGraphqlError } from '../../simulator-kit/graphql.ts'
import type { SimulatedNights } from '../../simulator-kit/nights.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { ratePlanCode } from '../../simulator-kit/synced/rate-plan.ts'

/** What the hotel sells, as its revenue manager has it in mind: the gateway keeps what protel has pushed of it. */

const GUESTS = [1, 2, 3]
const isWeekend = (day: number) => [0, 6].includes(new Date(dayOf(day)).getUTCDay())

/** With so many guests, in units of the currency. */
export const priceOf = (plan: number, type: number, day: number, guests: number) =>
  70 + plan * 6 + type * 18 + guests * 12 + (isWeekend(day) ? 20 : 0) + Number(dayOf(day).slice(8))

/** Fewer on weekends, and too few on the first of a month. */
export const roomsLeft = (type: number, day: number) =>
  dayOf(day).endsWith('-01') ? -1 : 4 + type - (isWeekend(day) ? 3 : 0)

/** Some types have no price on the last days of a month. */
export const isPriced = (type: number, day: number) => type !== 1 || Number(dayOf(day).slice(8)) < 28

export const roomTypeCodeOf = (type: number) => `T${type + 1}`

type Args = Readonly<Record<string, unknown>>

export function ratesOf(args: Args, { collections, currency }: SimulatedHotel) {
  const plans = collections.ratePlans.ledger.entries.map(({ index }) => index)
  return daysIn(args).flatMap((day) =>
    typesOf(collections).flatMap((type) =>
      plans.flatMap((plan) => (isPriced(type, day) ? pricesOf(plan, type, day, currency) : [])),
    ),
  )
}

function pricesOf(plan: number, type: number, day: number, currency: string) {
  return GUESTS.map((numberOfGuests) => ({
    ...{ date: dayOf(day), roomTypeCode: roomTypeCodeOf(type), ratePlanCode: ratePlanCode(plan), numberOfGuests },
    amountAfterTax: decimalOf(minorUnitsOf(priceOf(plan, type, day, numberOfGuests), currency), currency),
    ...{ amountBeforeTax: null, currency },
  }))
}

export const availabilityOf = (args: Args, { collections }: SimulatedHotel) =>
  daysIn(args).flatMap((day) =>
    typesOf(collections).map((type) => ({
      ...{ date: dayOf(day), roomTypeCode: roomTypeCodeOf(type), available: roomsLeft(type, day) },
    })),
  )

const typesOf = ({ roomTypes }: SimulatedHotel['collections']) => roomTypes.ledger.entries.map(({ index }) => index)

function daysIn({ from, to }: Args): number[] {
  const [first, last] = [dayNumber(String(from)), dayNumber(String(to))]
  if (!(last >= first)) throw new SimulatedGraphqlError('BAD_USER_INPUT')
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

export const nights: SimulatedNights = {
  rates: ({ collections, currency }, day) =>
    collections.ratePlans.ledger.entries.flatMap(({ index: plan }) =>
      typesOf(collections)
        .filter((type) => isPriced(type, day))
        .map((type) => ({
          about: { ratePlanExternalId: ratePlanCode(plan), roomTypeExternalId: roomTypeCodeOf(type), currency },
          values: { amounts: GUESTS.map((guests) => minorUnitsOf(priceOf(plan, type, day, guests), currency)) },
        })),
    ),
  availability: ({ collections }, day) =>
    typesOf(collections).map((type) => ({
      about: { roomTypeExternalId: roomTypeCodeOf(type) },
      values: { available: roomsLeft(type, day) },
    })),
}
