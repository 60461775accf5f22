const DAY_MS = 86_400_000
const TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/

/**
 * Reads a time as vendors write it: ISO 8601, or with a blank for the `T`, or without any zone; then it is what the
 * clocks on the hotel's walls showed. Null for what is no time, and for a time that those clocks showed twice or never,
 * since a wrong guess would let an older version of an item win over a newer one.
 */
export function instantOf(text: string, timeZone: string): Date | null {
  const [, day, time, zone] = TIME.exec(text.trim()) ?? []
  if (day === undefined) return null
  const ms = Date.parse(`${day}T${time}${zone ?? 'Z'}`)
  if (Number.isNaN(ms)) return null
  return zone === undefined ? onlyInstant(ms, timeZone) : new Date(ms)
}

/** @param wallMs the wall-clock time, written as if it were UTC */
function onlyInstant(wallMs: number, timeZone: string): Date | null {
  const offsets = new Set([offsetMs(wallMs - DAY_MS, timeZone), offsetMs(wallMs + DAY_MS, timeZone)])
  const fitting = [...offsets].map((offset) => wallMs - offset).filter((ms) => ms + offsetMs(ms, timeZone) === wallMs)
  const [only, second] = fitting
  return only === undefined || second !== undefined ? null : new Date(only)
}

/** What the clocks on the hotel's walls show at an instant: `2026-03-29T01:30:00.000`. What no clock shows is as it is in UTC. */
export function wallClockOf(instant: Date, timeZone: string): string {
  const ms = instant.getTime()
  return new Date(ms + (offsetMs(ms, timeZone) || 0)).toISOString().slice(0, -1)
}

/** The first moment of a day. Not every day begins at midnight: clocks may be put forward just then. */
export function startOfDay(day: string, timeZone: string): Date {
  const wallMs = Date.parse(`${day}T00:00Z`)
  const offsets = [offsetMs(wallMs - DAY_MS, timeZone), offsetMs(wallMs + DAY_MS, timeZone)]
  const moments = offsets.map((offset) => wallMs - offset).sort((a, b) => a - b)
  const first = moments.find((ms) => wallClockOf(new Date(ms), timeZone).startsWith(day))
  return new Date(first ?? wallMs)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** How far a zone's clocks are ahead of UTC at an instant. */
function offsetMs(ms: number, timeZone: string): number {
  const wholeSecond = Math.floor(ms / 1_000) * 1_000
  const wall = formatOf(timeZone).format(wholeSecond).replace(', ', 'T')
  return Date.parse(`${wall}Z`) - wholeSecond
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const two = '2-digit'
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
  })
  formats.set(timeZone, format)
  return format
}
