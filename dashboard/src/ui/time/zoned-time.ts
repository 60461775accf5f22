const STYLES = {
  /** To compare days by. */
  day: { dateStyle: 'short' },
  time: { timeStyle: 'short' },
  dayAndMonth: { day: 'numeric', month: 'short' },
  full: { dateStyle: 'full', timeStyle: 'medium' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** To make one takes longer than to write a row of a table with it. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** An instant by the clock of a place. */
export function formatZoned(time: Date, timeZone: string, style: keyof typeof STYLES): string {
  const key = `${style} ${timeZone}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...STYLES[style], timeZone })
  formats.set(key, format)
  return format.format(time)
}
