const DAY_MS = 86_400_000

/** A calendar day as a number, so that days can be counted: `2026-03-29` → 20541. No time zone takes part. */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS
}

const known = new Map<number, string>()

/** The reverse of {@link dayNumber}. Remembers, since a hotel's bookings share few days. */
export function dayOf(number: number): string {
  const day = known.get(number) ?? new Date(number * DAY_MS).toISOString().slice(0, 10)
  known.set(number, day)
  return day
}

/** The calendar day that it is in a time zone, as a number. */
export function dayNumberIn(timeZone: string, instant: Date): number {
  return dayNumber(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant))
}
