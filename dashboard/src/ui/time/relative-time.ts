const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const
const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })

/** `4 min. ago`, `in 2 hr.`, `just now`. Both in ms since 1970. */
export function relativeTime(time: number, now: number): string {
  const seconds = Math.round((time - now) / 1000)
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? []
  if (unit !== undefined && size !== undefined) return words.format(Math.trunc(seconds / size), unit)
  return seconds > 15 ? 'in less than a minute' : 'just now'
}
