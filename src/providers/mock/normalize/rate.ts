import type { RateInput } from '../../../records/rate.ts'
import { minorUnitsOf } from '../../money.ts'
import { wireRate } from '../wire.ts'

export function normalizeRate(raw: unknown): RateInput {
  const { id, plan, room_type, currency, from, to, prices, closed, min_stay } = wireRate.parse(raw)
  return {
    externalId: id,
    ratePlanExternalId: plan,
    roomTypeExternalId: room_type,
    currency,
    from,
    to,
    amounts: prices?.map((line) =>
      line.map((price) => (price === null ? null : minorUnitsOf(price, currency, 'prices'))),
    ),
    closed,
    minStayArrival: min_stay,
  }
}
