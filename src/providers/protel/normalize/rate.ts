import type { RateInput } from '../../../records/rate.ts'
import { minorUnitsOf } from '../../money.ts'
import { rateIdOf } from '../ids.ts'
import { wireRates } from '../wire/calendar.ts'
import { alignedDays } from './aligned-days.ts'

/**
 * A list for each number of guests, from the first day that is told of to the last: in another currency other days are.
 * Prices are of the room with so many guests, taxes included; restrictions are not told.
 */
export function normalizeRate(raw: unknown): RateInput {
  const { ratePlanCode, roomTypeCode, currency, prices } = wireRates.parse(raw)
  const { from, to, listOf } = alignedDays(prices)
  const guests = Math.max(...prices.map(({ numberOfGuests }) => numberOfGuests))
  const amounts = Array.from({ length: guests }, (_, index) =>
    listOf(
      prices.filter(({ numberOfGuests }) => numberOfGuests === index + 1),
      ({ amountAfterTax }) => minorUnitsOf(amountAfterTax, currency, 'amountAfterTax'),
    ),
  )
  return {
    externalId: rateIdOf(raw) ?? '',
    ratePlanExternalId: ratePlanCode,
    roomTypeExternalId: roomTypeCode,
    ...{ currency, from, to, amounts },
  }
}
