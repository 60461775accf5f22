import type { PmsFreshnessState } from '../../gql/graphql.ts'
import { formatDay, formatMoney } from '../../ui/values/format.ts'
import type { CalendarLine } from './lines.ts'
import type { AvailabilitySeries, RateSeries } from './query.ts'

/** What a cell shows, and the same in words for those who hear it. */
export interface Cell {
  readonly value: string
  /** Restrictions as short signs; `LEGEND` explains them. */
  readonly marks: readonly string[]
  readonly label: string
  readonly look?: 'overbooked' | 'full' | 'closed'
  /** The PMS may have changed it meanwhile. */
  readonly isStale: boolean
}

/** What the signs mean. */
export const LEGEND: readonly (readonly [sign: string, meaning: string])[] = [
  ['✕', 'closed'],
  ['A✕', 'no arrival'],
  ['D✕', 'no departure'],
  ['≥2', 'at least two nights'],
  ['≤7', 'at most seven nights'],
  ['⟵3', 'closed from three days before'],
  ['!', 'overbooked'],
  ['–', 'not stated by the PMS'],
  ['~', 'not up to date'],
]

/** @param at place of the day in the month */
export function cellOf(line: CalendarLine, at: number, day: string, persons: number): Cell {
  const cell = line.kind === 'type' ? availabilityCell(line.series, at) : rateCell(line.series, at, persons)
  const label = `${line.name}, ${formatDay(day)}: ${cell.label}`
  const isStale = isStaleAt(line.series, at)
  return isStale
    ? { ...cell, isStale, marks: [...cell.marks, '~'], label: `${label}, not up to date` }
    : { ...cell, isStale, label }
}

const STALE: readonly unknown[] = ['STALE', 'FAILING', 'PAUSED'] satisfies PmsFreshnessState[]

/** Whether what is told of this night is older than its schedule promises. */
export const isStaleAt = (series: AvailabilitySeries | RateSeries | null, at: number): boolean =>
  STALE.includes(series?.freshness[at])

type OwnCell = Omit<Cell, 'isStale'>

function availabilityCell(series: AvailabilitySeries | null, at: number): OwnCell {
  const available = series?.available?.[at]
  if (typeof available !== 'number') return { value: '–', marks: [], label: 'not stated' }
  const of = series?.physical?.[at]
  const left = `${available} left${typeof of === 'number' ? ` of ${of}` : ''}`
  if (available < 0)
    return { value: `−${-available}`, marks: ['!'], label: `overbooked by ${-available}`, look: 'overbooked' }
  return { value: String(available), marks: [], label: left, ...(available === 0 && { look: 'full' as const }) }
}

function rateCell(series: RateSeries, at: number, persons: number): OwnCell {
  const amount = amountOf(series, at, persons)
  const restrictions = restrictionsOf(series, at)
  const price = typeof amount === 'number' ? formatMoney(amount, series.currency) : 'no price stated'
  return {
    value: typeof amount === 'number' ? formatAmount(amount, series.currency) : '–',
    marks: restrictions.map(([mark]) => mark),
    label: [price, ...restrictions.map(([, words]) => words)].join(', '),
    ...(series.closed?.[at] === true && { look: 'closed' as const }),
  }
}

/** Of the room where the PMS has one price whoever comes; else for that many guests. In minor units. */
export function amountOf({ amounts }: RateSeries, at: number, persons: number): number | null | undefined {
  return (amounts?.length === 1 ? amounts[0] : amounts?.[persons - 1])?.[at]
}

/** A sign and words each. */
export function restrictionsOf(series: RateSeries, at: number): [mark: string, words: string][] {
  const number = (list: readonly (number | null)[] | null, mark: string, words: (value: number) => string) => {
    const value = list?.[at]
    return typeof value === 'number' ? [[`${mark}${value}`, words(value)] as [string, string]] : []
  }
  const flag = (list: readonly (boolean | null)[] | null, mark: string, words: string) =>
    list?.[at] === true ? [[mark, words] as [string, string]] : []
  const nights = (count: number) => (count === 1 ? '1 night' : `${count} nights`)
  return [
    ...flag(series.closed, '✕', 'closed'),
    ...flag(series.closedToArrival, 'A✕', 'no arrival'),
    ...flag(series.closedToDeparture, 'D✕', 'no departure'),
    ...number(above(series.minStayArrival), '≥', (count) => `stays that begin: at least ${nights(count)}`),
    ...number(above(series.minStayThrough), '≥', (count) => `stays over it: at least ${nights(count)}`),
    ...number(series.maxStay, '≤', (count) => `at most ${nights(count)}`),
    ...number(series.cutoffDays, '⟵', (count) => `closed from ${count} days before`),
  ]
}

/** One night is the least there is: it restricts nothing. */
const above = (list: readonly (number | null)[] | null) => list?.map((value) => (value === 1 ? null : value)) ?? null

const formats = new Map<string, Intl.NumberFormat>()

/** `120`, `99.50`: without the currency, which stands at the line's head. */
function formatAmount(minorUnits: number, currency: string): string {
  const format = formats.get(currency) ?? plain(currency)
  formats.set(currency, format)
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

function plain(currency: string): Intl.NumberFormat {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: maximumFractionDigits,
    maximumFractionDigits,
    trailingZeroDisplay: 'stripIfInteger',
  })
}
