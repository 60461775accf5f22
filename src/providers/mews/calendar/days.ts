import { dayNumber, dayNumberIn, dayOf } from '../../../records/days.ts'
import { startOfDay } from '../../local-time.ts'
import type { DayRange, FetchWindow } from '../../provider.ts'
import { CALENDAR_DAYS } from '../limits.ts'
import type { MewsContext } from '../settings.ts'

const YEAR_DAYS = 365

/** The days that a walk is asked for, a year from today where nobody says, in pieces that one request may ask for. */
export function piecesAsked({ hotel }: MewsContext, { range, until }: FetchWindow): DayRange[] {
  const today = dayNumberIn(hotel.timeZone, until)
  const [first, last] = range ? [dayNumber(range.from), dayNumber(range.to)] : [today, today + YEAR_DAYS - 1]
  return Array.from({ length: Math.max(Math.ceil((last - first + 1) / CALENDAR_DAYS), 0) }, (_, index) => {
    const from = first + index * CALENDAR_DAYS
    return { from: dayOf(from), to: dayOf(Math.min(from + CALENDAR_DAYS - 1, last)) }
  })
}

/** Days are named by the moments at which they begin at the hotel; anything else is refused. */
export const timeUnits = ({ hotel: { timeZone } }: MewsContext, { from, to }: DayRange) => ({
  FirstTimeUnitStartUtc: startOfDay(from, timeZone).toISOString(),
  LastTimeUnitStartUtc: startOfDay(to, timeZone).toISOString(),
})
