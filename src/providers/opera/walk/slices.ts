import { z } from 'zod'
import { wallClockOf } from '../../local-time.ts'

const DAY_MS = 86_400_000

/** Days from one to another, both included. */
export const dayRange = z.tuple([z.iso.date(), z.iso.date()])
export type DayRange = z.output<typeof dayRange>

/** A part of a hotel's bookings: those that arrive in one range of days and, within a single day, leave in another. */
export const slice = z.object({ arrival: dayRange, departure: dayRange.nullable() })
export type Slice = z.output<typeof slice>

/** Wider ranges are cut without asking, so that no search has to look through decades. */
const WIDEST_DAYS = 4 * 366
/** Nobody stays longer. */
const LONGEST_STAY_DAYS = 3_660

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The day that the hotel's calendars show. */
export const hotelDay = (instant: Date, timeZone: string): string => wallClockOf(instant, timeZone).slice(0, 10)

const daysBetween = ([from, to]: DayRange) => (Date.parse(to) - Date.parse(from)) / DAY_MS

export const isWide = ({ arrival }: Slice): boolean => daysBetween(arrival) >= WIDEST_DAYS

/** Two slices that together hold what `whole` holds; null for one that cannot be cut any smaller. */
export function halves(whole: Slice): readonly [Slice, Slice] | null {
  const arrivals = halfRanges(whole.arrival)
  if (arrivals !== null)
    return [
      { ...whole, arrival: arrivals[0] },
      { ...whole, arrival: arrivals[1] },
    ]
  const [day] = whole.arrival
  const departures = halfRanges(whole.departure ?? [day, addDays(day, LONGEST_STAY_DAYS)])
  if (departures === null) return null
  return [
    { ...whole, departure: departures[0] },
    { ...whole, departure: departures[1] },
  ]
}

/** Null for a single day. */
export function halfRanges(range: DayRange): readonly [DayRange, DayRange] | null {
  const [from, to] = range
  const days = daysBetween(range)
  if (days < 1) return null
  const middle = addDays(from, Math.floor(days / 2))
  return [
    [from, middle],
    [addDays(middle, 1), to],
  ]
}

/** `range` in pieces of at most so many days, in order. */
export function pieces([from, to]: DayRange, days: number): DayRange[] {
  const found: DayRange[] = []
  for (let first = from; first <= to; first = addDays(first, days)) {
    const last = addDays(first, days - 1)
    found.push([first, last < to ? last : to])
  }
  return found
}
