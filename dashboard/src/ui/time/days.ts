const DAY_MS = 86_400_000

/** The hotel's day, wherever the reader is: `2026-12-01`. */
export const todayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())

/** `2026-12-01` of `2026-11-30`, 1. */
export const addDays = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
