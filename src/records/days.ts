/** Calendar days of a hotel, `YYYY-MM-DD`, as numbers that can be counted. No time zone takes part. */

const DAY_MS = 86_400_000

/** `2026-03-29` → 20541. */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS
}

const known = new Map<number, string>()
/** A century; beyond that somebody counts something else. */
const MOST_KNOWN = 36_525

/** The reverse of {@link dayNumber}. Remembers, since a hotel's bookings share few days. */
export function dayOf(number: number): string {
  const found = known.get(number)
  if (found !== undefined) return found
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10)
  if (known.size < MOST_KNOWN) known.set(number, day)
  return day
}

/** The calendar day that it is in a time zone, as a number. */
export function dayNumberIn(timeZone: string, instant: Date): number {
  return dayNumber(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant))
}

/** A calendar month: its first day, and how many it has. */
export interface Month {
  readonly first: number
  readonly length: number
}

const months = new Map<number, Month>()

/** The month that a day is in. */
export function monthOf(day: number): Month {
  const date = new Date(day * DAY_MS)
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth()
  const found = months.get(index)
  if (found !== undefined) return found
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / DAY_MS
  const month = { first, length: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / DAY_MS - first }
  if (months.size < MOST_KNOWN) months.set(index, month)
  return month
}
