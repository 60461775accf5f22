import { addDays } from '../../ui/time/days.ts'

/** First and last day of `2026-12`. */
export function daysOf(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: addDays(`${addMonths(month, 1)}-01`, -1) }
}

/** `2027-01` of `2026-12`, 1. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7)
}

const names = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `December 2026` */
export const nameOfMonth = (month: string) => names.format(new Date(`${month}-01T00:00:00Z`))

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

/** `Tue` */
export const weekdayOf = (day: string) => weekdays.format(new Date(`${day}T00:00:00Z`))

export const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
