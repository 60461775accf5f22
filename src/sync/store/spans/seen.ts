import { dayNumber } from '../../../records/days.ts'
import type { SpanEntity } from '../../synced/synced-entity.ts'
import type { ValidItem } from '../validate.ts'

/** Days, both included, as numbers. */
type Days = readonly [first: number, last: number]

/** What a walk notes of its spans: a series, and the days that were named. */
export function seenSpans(entity: SpanEntity, items: readonly ValidItem[]): string[] {
  return items.map(({ record }) => {
    const span = record as unknown as Readonly<Record<string, unknown>>
    const series = entity.series.map((field) => String(span[field]))
    const currency = entity.hasCurrency ? String(span.currency) : ''
    return JSON.stringify([[...series, currency], dayNumber(String(span.from)), dayNumber(String(span.to))])
  })
}

/** The same, put together: the days of each series in order. */
export function seenDays(noted: readonly string[]): Map<string, Days[]> {
  const days = new Map<string, Days[]>()
  for (const note of noted) {
    const [series, first, last] = JSON.parse(note) as [string[], number, number]
    const key = JSON.stringify(series)
    days.set(key, [...(days.get(key) ?? []), [first, last]])
  }
  for (const list of days.values()) list.sort(([a], [b]) => a - b)
  return days
}

/** Days from `first` to `last` that are in none of these. */
export function gapsBetween(seen: readonly Days[], first: number, last: number): Days[] {
  const gaps: Days[] = []
  let next = first
  for (const [from, to] of seen) {
    if (from > last) break
    if (from > next) gaps.push([next, from - 1])
    next = Math.max(next, to + 1)
  }
  if (next <= last) gaps.push([next, last])
  return gaps
}
