import { dayNumber, dayOf } from '../../../records/days.ts'
import type { RateInput } from '../../../records/rate.ts'
import { minorUnitsOf } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { spanDays } from '../../span-days.ts'
import { rateIdOf } from '../ids.ts'
import { wireRateSpan } from '../wire/calendar.ts'

/** A value a day; of a day that the vendor does not name nothing is known. Prices are of the room, in the property's currency. */
export function normalizeRate(raw: unknown, { hotel: { currency } }: NormalizeContext): RateInput {
  const { rateID, roomTypeID, from, to, roomRateDetailed } = wireRateSpan.parse(raw)
  const known = new Map(roomRateDetailed.map((day) => [day.date, day]))
  const days = Array.from({ length: spanDays(from, to) }, (_, i) => known.get(dayOf(dayNumber(from) + i)))
  const priceOf = (amount: string | number | null | undefined) =>
    amount == null ? null : minorUnitsOf(amount, currency, 'totalRate')
  return {
    externalId: rateIdOf(raw) ?? '',
    ratePlanExternalId: rateID,
    roomTypeExternalId: roomTypeID,
    currency,
    from,
    to,
    amounts: [days.map((day) => priceOf(day?.totalRate))],
    closed: days.map((day) => day?.blocked ?? null),
    closedToArrival: days.map((day) => day?.closedToArrival ?? null),
    closedToDeparture: days.map((day) => day?.closedToDeparture ?? null),
    minStayArrival: days.map((day) => day?.minLos || null),
    maxStay: days.map((day) => day?.maxLos || null),
    cutoffDays: days.map((day) => day?.cutOff || null),
  }
}
