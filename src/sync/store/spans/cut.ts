import { dayNumber, dayOf, monthOf } from '../../../records/days.ts'
import type { SpanEntity } from '../../synced/synced-entity.ts'
import type { ValidItem } from '../validate.ts'
import { type Lines, linesOf, type Place } from './lines.ts'

/** A calendar month of a series, whatever the currency. */
export interface MonthKey {
  /** Values of `SpanEntity.series`. */
  readonly series: readonly string[]
  /** Its first day. */
  readonly month: string
  /** Days that it has. */
  readonly length: number
}

/** What one span says of one month. */
export interface Piece extends Place {
  readonly item: ValidItem
  /** Empty where series have none. */
  readonly currency: string
  /** Only of attributes of which the span says something. */
  readonly lines: ReadonlyMap<string, NonNullable<Lines>>
}

export interface CutMonth extends MonthKey {
  /** In the order in which they came: of two that name a day the last one holds. */
  readonly pieces: Piece[]
}

/** Cuts spans at the ends of months. The months come in one order for all writers, so that no two can deadlock. */
export function cutSpans(entity: SpanEntity, items: readonly ValidItem[]): CutMonth[] {
  const months = new Map<string, CutMonth>()
  for (const item of items) {
    const span = item.record as unknown as Readonly<Record<string, unknown>>
    const series = entity.series.map((field) => String(span[field]))
    const said = { item, currency: entity.hasCurrency ? String(span.currency) : '', lines: linesOfSpan(entity, span) }
    const [first, last] = [dayNumber(String(span.from)), dayNumber(String(span.to))]
    for (let day = first; day <= last; ) {
      const { first: start, length } = monthOf(day)
      const end = Math.min(last + 1, start + length)
      const month = dayOf(start)
      const key = JSON.stringify([...series, month])
      const cut = months.get(key) ?? { series, month, length, pieces: [] }
      cut.pieces.push({ ...said, at: day - start, from: day - first, length: end - day })
      months.set(key, cut)
      day = end
    }
  }
  return [...months.keys()].sort().map((key) => months.get(key) as CutMonth)
}

function linesOfSpan({ attributes }: SpanEntity, span: Readonly<Record<string, unknown>>): Piece['lines'] {
  const said = new Map<string, NonNullable<Lines>>()
  for (const attribute of Object.keys(attributes)) {
    const lines = linesOf(span[attribute])
    if (lines !== null) said.set(attribute, lines)
  }
  return said
}
