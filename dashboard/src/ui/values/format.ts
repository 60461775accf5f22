const numbers = new Intl.NumberFormat('en-GB')
const percents = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 })

/** `12,345` */
export const formatNumber = (value: number) => numbers.format(value)

/** `4.2 %` of 0.042. */
export const formatPercent = (ratio: number) => percents.format(ratio)

/** `yes`, `no`; a dash where the PMS does not say. */
export function describeFlag(flag: boolean | null | undefined): string {
  if (typeof flag !== 'boolean') return '–'
  return flag ? 'yes' : 'no'
}

/** `1 hotel`, `1,000 hotels`. */
export const formatCount = (count: number, one: string, many = `${one}s`) =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

/** From large to small, in ms. */
const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const

/** How long something took or how old it is, by its two largest units: `480 ms`, `4.2 s`, `3 min 20 s`, `2 d 5 h`. */
export function formatDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`
  const seconds = Math.round(ms / 1_000) * 1_000
  const first = UNITS.findIndex(([, size]) => seconds >= size)
  return UNITS.slice(first, first + 2)
    .map(([unit, size], index) => ({
      unit,
      count: Math.floor((index === 0 ? seconds : seconds % larger(unit)) / size),
    }))
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => `${count} ${unit}`)
    .join(' ')
}

/** Size of the unit before. */
const larger = (unit: string) => UNITS[UNITS.findIndex(([name]) => name === unit) - 1]?.[1] ?? Number.POSITIVE_INFINITY

/** `€1,234.50` of 123450 minor units, `¥1,234` of 1234; `currency`: an ISO 4217 code. */
export function formatMoney(minorUnits: number, currency: string): string {
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  return money.format(minorUnits / 10 ** (money.resolvedOptions().maximumFractionDigits ?? 2))
}

const days = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  timeZone: 'UTC',
})

/** `Tue, 1 Dec 2026` of `2026-12-01`: a day of the hotel's calendar, the same wherever it is read. */
export const formatDay = (day: string) => days.format(new Date(`${day}T00:00:00Z`))
