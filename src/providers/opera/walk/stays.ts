import { SUMMARY_DAYS } from '../limits.ts'
import { addDays, type DayRange } from './slices.ts'

const DAY_MS = 86_400_000
/** After a longer pause it is cheaper to read everything than to ask for each changed booking by its id. */
const RECENT_DAYS = 31
const YEARS_AHEAD = 5

/** Stays that are still changed in daily work: a half year back, a year and a half ahead. In daily summaries. */
const [PIECES_BACK, PIECES_AHEAD] = [2, 6]

export const isRecent = (since: Date, until: Date): boolean => until.getTime() - since.getTime() <= RECENT_DAYS * DAY_MS

/** Arrival days among which a hotel's bookings lie. */
export const allStays = (from: string, until: Date): DayRange => [from, addDays(dayOf(until), YEARS_AHEAD * 366)]

export function recentStays(from: string, until: Date): DayRange {
  const today = dayOf(until)
  const first = addDays(today, -PIECES_BACK * SUMMARY_DAYS)
  return [first < from ? from : first, addDays(today, PIECES_AHEAD * SUMMARY_DAYS - 1)]
}

/** In UTC: a day more or less does not matter at these distances. */
const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)
