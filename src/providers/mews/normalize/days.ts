import { PmsIntegrationError } from '../../../errors.ts'
import { dayNumber, dayOf } from '../../../records/days.ts'
import { wallClockOf } from '../../local-time.ts'
import type { DayRange, NormalizeContext } from '../../provider.ts'

/**
 * The days that begin at these moments at the hotel.
 * @throws PmsIntegrationError RECORD_INVALID when they do not follow one another: values would be another day's
 */
export function daysFrom(starts: readonly string[], { hotel }: NormalizeContext): DayRange {
  const days = starts.map((start) => hotelDay(start, hotel.timeZone))
  const [first = Number.NaN] = days
  if (days.some((day, index) => day !== first + index))
    throw new PmsIntegrationError('RECORD_INVALID', 'TimeUnitStartsUtc must be one day after the other', {
      field: 'TimeUnitStartsUtc',
    })
  return { from: dayOf(first), to: dayOf(first + days.length - 1) }
}

export const hotelDay = (instant: string, timeZone: string): number =>
  dayNumber(wallClockOf(new Date(instant), timeZone).slice(0, 10))
