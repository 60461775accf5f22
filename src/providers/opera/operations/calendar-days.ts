import type { FetchWindow } from '../../provider.ts'
import type { OperaContext } from '../settings.ts'
import { addDays, type DayRange, hotelDay } from '../walk/slices.ts'

/** As many days as one list of prices covers. */
const YEAR = 365

/** The days that a walk is asked for; a year from today where nobody says. */
export function daysAsked({ hotel }: OperaContext, { range, until }: FetchWindow): DayRange {
  if (range) return [range.from, range.to]
  const today = hotelDay(until, hotel.timeZone)
  return [today, addDays(today, YEAR - 1)]
}
