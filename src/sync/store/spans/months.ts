import type { Sql } from '../../../platform/database/database.ts'
import type { JsonObject } from '../../../records/common.ts'
import type { SpanEntity } from '../../synced/synced-entity.ts'
import { encoderOf } from '../column-values.ts'
import type { Scope } from '../upsert.ts'
import type { MonthKey } from './cut.ts'
import { type Lines, linesOf } from './lines.ts'
import type { MergedMonth, StoredMonth } from './merge.ts'
import { type MonthTable, monthTableOf } from './statements.ts'

export interface MonthsOf extends Scope {
  readonly entity: SpanEntity
  readonly fetchedAt: Date
}

/**
 * What is stored of these months, in all currencies; at the place of each.
 * @param isLocked until the end of the transaction, in the order of `keys`: the same for all who lock
 */
export async function readMonths(
  sql: Sql,
  of: MonthsOf,
  keys: readonly MonthKey[],
  isLocked: boolean,
): Promise<StoredMonth[][]> {
  const { select, selectLocked, attributes } = monthTableOf(of.entity)
  const rows = await sql.query<MonthRow>(isLocked ? selectLocked : select, [...scopeOf(of), ...keyLists(of, keys)])
  const found = keys.map((): StoredMonth[] => [])
  for (const { n, currency, metadata, isNewer, values } of rows) {
    const lists = JSON.parse(values) as unknown[]
    const named = Object.fromEntries(attributes.map(({ name }, i) => [name, linesOf(lists[i])]))
    found[n - 1]?.push({ currency, metadata, isNewer, values: named })
  }
  return found
}

interface MonthRow {
  n: number
  currency: string
  metadata: JsonObject | null
  isNewer: boolean
  values: string
}

/** Writes months that are stored and locked; of their attributes those that changed in any of them. */
export async function updateMonths(tx: Sql, of: MonthsOf, months: readonly MergedMonth[]): Promise<void> {
  if (months.length === 0) return
  const { attributes, update } = monthTableOf(of.entity)
  const changed = attributes.filter(({ name }) => months.some(({ before, after }) => before?.[name] !== after[name]))
  await tx.query(update(changed), [...scopeOf(of), ...valueLists(of, months, changed)])
}

/** @returns those that somebody else has stored meanwhile, as this statement found them */
export async function insertMonths(tx: Sql, of: MonthsOf, months: readonly MergedMonth[]): Promise<MergedMonth[]> {
  if (months.length === 0) return []
  const { insert, series, attributes } = monthTableOf(of.entity)
  type Key = Record<string, string>
  const rows = await tx.query<Key>(insert, [...scopeOf(of), ...valueLists(of, months, attributes)])
  const written = new Set(
    rows.map((row) => JSON.stringify([row.month, ...series.map((c) => row[c]), row.currency ?? ''])),
  )
  return months.filter((one) => !written.has(JSON.stringify([one.month, ...one.series, one.currency])))
}

const scopeOf = ({ hotelId, provider, fetchedAt }: MonthsOf) => [hotelId, provider, fetchedAt]

const keyLists = ({ entity }: MonthsOf, keys: readonly MonthKey[]) => [
  keys.map(({ month }) => month),
  ...entity.series.map((_, i) => keys.map(({ series }) => series[i])),
]

const encodeJson = encoderOf('jsonb')

function valueLists(of: MonthsOf, months: readonly MergedMonth[], attributes: MonthTable['attributes']): unknown[] {
  const { hasCurrency } = monthTableOf(of.entity)
  return [
    ...keyLists(of, months),
    ...(hasCurrency ? [months.map(({ currency }) => currency)] : []),
    ...attributes.map(({ name, type }) => months.map(({ after }) => literalOf(after[name] ?? null, type))),
    months.map(({ metadata }) => encodeJson(metadata)),
  ]
}

/** `{1,2,NULL}`; what has persons is `{{1,2},{3,4}}`, also when it has one. */
function literalOf(lines: Lines, type: string): string | null {
  if (lines === null) return null
  const texts = lines.map((line) => `{${line.map((slot) => slot ?? 'NULL').join(',')}}`)
  return type.endsWith('[][]') ? `{${texts.join(',')}}` : (texts[0] ?? null)
}
