import { dayNumber, dayOf } from '../../../records/days.ts'
import type { Lines, MonthValues } from './lines.ts'
import type { MergedMonth } from './merge.ts'

/** A run of days of a series on which something changed, one after the other. */
export interface ChangedRange {
  readonly series: readonly string[]
  readonly currency: string
  readonly from: string
  readonly to: string
  /** Of the attributes that changed, as lists for these days. Null: nothing was said on any of them. */
  readonly before: MonthValues
  readonly after: MonthValues
}

/** One changed day is one range; an attribute that did not change on any day of a range is not in it. */
export function changedRanges({ series, currency, month, length, before, after }: MergedMonth): ChangedRange[] {
  const named = new Set([...Object.keys(before ?? {}), ...Object.keys(after)])
  // What nobody touched is the same list.
  const attributes = [...named].filter((name) => before === null || before[name] !== after[name])
  const differing = attributes.map((name) => differingDays(before?.[name] ?? null, after[name] ?? null, length))
  const ranges: ChangedRange[] = []
  const first = dayNumber(month)
  for (let day = 0; day < length; day++) {
    if (!differing.some((days) => days[day])) continue
    const start = day
    while (day + 1 < length && differing.some((days) => days[day + 1])) day += 1
    const isIn = (_: string, i: number) => differing[i]?.slice(start, day + 1).includes(true)
    const cut = (values: MonthValues | null) =>
      Object.fromEntries(
        attributes.filter(isIn).map((name) => [name, cutLines(values?.[name] ?? null, start, day + 1)]),
      )
    const days = { from: dayOf(first + start), to: dayOf(first + day) }
    ranges.push({ series, currency, ...days, before: cut(before), after: cut(after) })
  }
  return ranges
}

function differingDays(one: Lines, other: Lines, length: number): boolean[] {
  const lines = Math.max(one?.length ?? 0, other?.length ?? 0)
  return Array.from({ length }, (_, day) => {
    for (let i = 0; i < lines; i++) if ((one?.[i]?.[day] ?? null) !== (other?.[i]?.[day] ?? null)) return true
    return false
  })
}

const cutLines = (lines: Lines, from: number, to: number): Lines => lines?.map((line) => line.slice(from, to)) ?? null
