import type { Sql } from '../platform/database/database.ts'
import { dayNumber, dayOf, monthOf } from '../records/days.ts'
import type { Slot } from '../sync/store/spans/lines.ts'
import { monthTableOf } from '../sync/store/spans/statements.ts'
import type { SpanEntity } from '../sync/synced/synced-entity.ts'

export interface CalendarQuery {
  readonly hotelId: string
  /** First and last day, both included. */
  readonly from: string
  readonly to: string
  /** Field of the series → ids that it may have, at any provider or at one. Left out: all. */
  readonly only: Readonly<Record<string, readonly ExternalIdOf[]>>
  /** What is read; the rest stays where it is. */
  readonly attributes: readonly string[]
  /** More series than this are not read. */
  readonly maxSeries: number
}

export interface ExternalIdOf {
  readonly provider: string
  readonly externalId: string
}

/** What is said of a series, in lists as long as the days that were asked for. Null: nothing on any of them. */
export interface CalendarSeries {
  readonly provider: string
  readonly currency: string
  /** Of the fields that tell series apart. */
  readonly externalIds: Readonly<Record<string, string>>
  /** By attribute; those that have persons are lists of lists. */
  readonly lists: Readonly<Record<string, readonly Slot[] | readonly (readonly Slot[])[] | null>>
}

/** @returns null when there are more series than may be read */
export async function readCalendar(
  sql: Sql,
  entity: SpanEntity,
  query: CalendarQuery,
): Promise<CalendarSeries[] | null> {
  const months = monthsWithin(query)
  const { text, attributes } = selectOf(entity, query)
  const only = Object.values(query.only)
  const rows = await sql.query<MonthPart>(text, [
    query.hotelId,
    months.map(({ month }) => month),
    months.map(({ first }) => first),
    months.map(({ last }) => last),
    // Each is whole: a series more than may be read is a row more in some month, and all of them are too many at once.
    (query.maxSeries + 1) * months.length,
    ...only.flatMap((ids) => [ids.map(({ provider }) => provider), ids.map(({ externalId }) => externalId)]),
  ])
  const series = groupBySeries(rows, entity)
  if (series.length > query.maxSeries) return null
  return series.map((parts) => joinParts(parts, months, entity, attributes))
}

interface MonthPart {
  provider: string
  currency: string
  ids: string[]
  n: number
  values: string
}

interface MonthWithin {
  readonly month: string
  /** Slots of the array, counted from 1 as PostgreSQL does. */
  readonly first: number
  readonly last: number
  /** Place of its first day among the days that are asked for. */
  readonly at: number
}

function monthsWithin({ from, to }: CalendarQuery): MonthWithin[] {
  const [start, end] = [dayNumber(from), dayNumber(to)]
  const months: MonthWithin[] = []
  for (let day = start; day <= end; ) {
    const { first, length } = monthOf(day)
    const last = Math.min(end, first + length - 1)
    months.push({ month: dayOf(first), first: day - first + 1, last: last - first + 1, at: day - start })
    day = last + 1
  }
  return months
}

function selectOf(entity: SpanEntity, { attributes: asked, only }: CalendarQuery) {
  const { table, series, hasCurrency, attributes } = monthTableOf(entity)
  const read = attributes.filter(({ name }) => asked.includes(name))
  const sliced = read.map(({ column, type }) => `t.${column}${type.endsWith('[][]') ? '[:]' : ''}[k.a:k.b]`)
  const conditions = Object.keys(only).map((field, i) => {
    const column = series[entity.series.indexOf(field)]
    return `AND EXISTS (SELECT FROM unnest($${6 + 2 * i}::text[], $${7 + 2 * i}::text[]) AS o (provider, id)
      WHERE o.provider = t.provider AND o.id = t.${column})`
  })
  const keys = ['t.provider', ...series.map((column) => `t.${column}`), ...(hasCurrency ? ['t.currency'] : [])]
  const text = `SELECT t.provider, ${hasCurrency ? 't.currency' : `'' AS currency`}, k.n,
      ARRAY[${series.map((column) => `t.${column}`).join(', ')}] AS ids, json_build_array(${sliced.join(', ')})::text AS values
    FROM unnest($2::date[], $3::integer[], $4::integer[]) WITH ORDINALITY AS k (month, a, b, n)
    JOIN ${table} t ON t.hotel_id = $1 AND t.month = k.month
    WHERE num_nonnulls(${attributes.map(({ column }) => `t.${column}`).join(', ')}) > 0 ${conditions.join(' ')}
    ORDER BY ${keys.join(', ')}, k.n LIMIT $5`
  return { text, attributes: read }
}

function groupBySeries(rows: readonly MonthPart[], entity: SpanEntity): MonthPart[][] {
  const series: MonthPart[][] = []
  for (const row of rows) {
    const [before] = series.at(-1) ?? []
    const isSame =
      before?.provider === row.provider &&
      before.currency === row.currency &&
      entity.series.every((_, i) => before.ids[i] === row.ids[i])
    if (isSame) series.at(-1)?.push(row)
    else series.push([row])
  }
  return series
}

type ReadAttribute = { readonly name: string; readonly type: string }

function joinParts(
  parts: readonly MonthPart[],
  months: readonly MonthWithin[],
  entity: SpanEntity,
  attributes: readonly ReadAttribute[],
): CalendarSeries {
  const values = parts.map((part) => ({ at: months[part.n - 1]?.at ?? 0, lists: JSON.parse(part.values) as unknown[] }))
  const lastMonth = months.at(-1)
  const length = lastMonth === undefined ? 0 : lastMonth.at + lastMonth.last - lastMonth.first + 1
  const lists = attributes.map(({ name, type }, i) => {
    const pieces = values.flatMap(({ at, lists }) => (lists[i] === null ? [] : [{ at, list: lists[i] as never }]))
    return [name, type.endsWith('[][]') ? joinLines(pieces, length) : joinLine(pieces, length)] as const
  })
  const [{ provider = '', currency = '', ids = [] } = {}] = parts
  const externalIds = Object.fromEntries(entity.series.map((field, i) => [field, ids[i] ?? '']))
  return { provider, currency, externalIds, lists: Object.fromEntries(lists) }
}

interface Piece<List> {
  readonly at: number
  readonly list: List
}

function joinLine(pieces: readonly Piece<readonly Slot[]>[], length: number): readonly Slot[] | null {
  const [only] = pieces
  if (only === undefined) return null
  if (pieces.length === 1 && only.list.length === length) return only.list
  const joined = new Array<Slot>(length).fill(null)
  for (const { at, list } of pieces) for (const [day, slot] of list.entries()) joined[at + day] = slot
  return joined.every((slot) => slot === null) ? null : joined
}

function joinLines(pieces: readonly Piece<readonly (readonly Slot[])[]>[], length: number) {
  const persons = Math.max(0, ...pieces.map(({ list }) => list.length))
  if (persons === 0) return null
  return Array.from({ length: persons }, (_, person) => {
    const lines = pieces.flatMap(({ at, list }) => (list[person] === undefined ? [] : [{ at, list: list[person] }]))
    return joinLine(lines, length) ?? new Array<Slot>(length).fill(null)
  })
}

/** The day before which nothing that could be read is missing: of the slice that lags most. Null before the first sync. */
export async function readTrueAsOf(sql: Sql, entity: SpanEntity, hotelId: string): Promise<Date | null> {
  const [row] = await sql.query<{ at: Date | null }>(
    `SELECT CASE WHEN bool_and(true_as_of IS NOT NULL) THEN min(true_as_of) END AS at
     FROM pms_sync_walk WHERE hotel_id = $1 AND entity_type = $2`,
    [hotelId, entity.type],
  )
  return row?.at ?? null
}
