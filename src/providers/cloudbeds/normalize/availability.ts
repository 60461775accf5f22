import type { z } from 'zod'
import type { AvailabilityInput } from '../../../records/availability.ts'
import { dayNumber, dayOf } from '../../../records/days.ts'
import { spanDays } from '../../span-days.ts'
import { availabilityIdOf } from '../ids.ts'
import { wireAvailability } from '../wire/calendar.ts'

type Rate = z.output<typeof wireAvailability>['rates'][number]

/**
 * What is left of a room type. Its own rate says it; where there is none its plans do, and if they disagree the smallest
 * number holds: nobody is sold a room that is not there.
 */
export function normalizeAvailability(raw: unknown): AvailabilityInput {
  const { roomTypeID, from, to, rates } = wireAvailability.parse(raw)
  const own = leftByDay(rates.filter(({ ratePlanID }) => !ratePlanID))
  const ofPlans = leftByDay(rates.filter(({ ratePlanID }) => ratePlanID))
  const days = Array.from({ length: spanDays(from, to) }, (_, i) => dayOf(dayNumber(from) + i))
  return {
    externalId: availabilityIdOf(raw) ?? '',
    roomTypeExternalId: roomTypeID,
    from,
    to,
    available: days.map((day) => own.get(day) ?? ofPlans.get(day) ?? null),
  }
}

function leftByDay(rates: readonly Rate[]): ReadonlyMap<string, number> {
  const left = new Map<string, number>()
  for (const { date, roomsAvailable } of rates.flatMap(({ roomRateDetailed }) => roomRateDetailed)) {
    if (roomsAvailable != null) left.set(date, Math.min(left.get(date) ?? roomsAvailable, roomsAvailable))
  }
  return left
}
