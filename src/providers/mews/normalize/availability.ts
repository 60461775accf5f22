import { PmsIntegrationError } from '../../../errors.ts'
import type { AvailabilityInput } from '../../../records/availability.ts'
import type { NormalizeContext } from '../../provider.ts'
import { availabilityIdOf } from '../ids.ts'
import { wireAvailability } from '../wire/calendar.ts'
import { daysFrom } from './days.ts'

/**
 * Rooms of a category. The vendor tells no count of what is left: it is what can be used, without what is taken here and by
 * other services, with what the hotel has added to or taken from its public offer.
 */
export function normalizeAvailability(raw: unknown, ctx: NormalizeContext): AvailabilityInput {
  const { CategoryId, TimeUnitStartsUtc, Metrics } = wireAvailability.parse(raw)
  const { UsableResources, Occupied, OtherServiceReservationCount, PublicAvailabilityAdjustment } = Metrics
  for (const [metric, list] of Object.entries(Metrics)) {
    if (list && list.length !== TimeUnitStartsUtc.length) throw unequal(metric, list.length, TimeUnitStartsUtc.length)
  }
  const available = TimeUnitStartsUtc.map((_, day) => {
    const counts = [UsableResources, Occupied, OtherServiceReservationCount, PublicAvailabilityAdjustment]
    const [usable, occupied, elsewhere, adjustment] = counts.map((list) => list?.[day])
    if (usable === undefined || occupied === undefined) return null
    return usable - occupied - (elsewhere ?? 0) + (adjustment ?? 0)
  })
  return {
    externalId: availabilityIdOf(raw) ?? '',
    roomTypeExternalId: CategoryId,
    ...daysFrom(TimeUnitStartsUtc, ctx),
    ...(Metrics.ActiveResources && { physical: Metrics.ActiveResources }),
    ...(Metrics.OutOfOrderBlocks && { outOfOrder: Metrics.OutOfOrderBlocks }),
    ...(Occupied && { sold: Occupied }),
    available,
  }
}

const unequal = (metric: string, length: number, days: number) =>
  new PmsIntegrationError('RECORD_INVALID', `Metrics.${metric} has ${length} values for ${days} days`, {
    field: `Metrics.${metric}`,
  })
