import type { Sql } from '../../../platform/database/database.ts'
import { isUniqueViolation } from '../../../platform/database/errors.ts'
import type { JsonObject } from '../../../records/common.ts'
import type { SpanEntity } from '../../synced/synced-entity.ts'
import { encoderOf } from '../column-values.ts'
import type { Scope } from '../upsert.ts'
import type { MonthKey } from './cut.ts'
import { type Lines, linesOf } from './lines.ts'
import type { MergedMonth, StoredMonth } from './merge.ts'
import { BETWEEN_MONTHS, type MonthTable, monthTableOf } from './statements.ts'

export interface MonthsOf extends Scope {
  readonly entity: SpanEntity
  readonly fetchedAt: Date
}

/**
 * What is stored of these months, in all currencies; at the place of each. It stays so until the end of the transaction but
 * for what is not stored at all: they are locked in the order of `keys`, the same for all who lock. Months of which the hotel
 * has no series yet, as in its first load, are not looked for one by one.
 */
export async function lockMonths(tx: Sql, of: MonthsOf, keys: readonly MonthKey[]): Promise<StoredMonth[][]> {
  const begun = await findBegun(tx, of, keys)
  const sought = keys.filter(({ month }) => begun.has(month))
  const found = sought.length === 0 ? [] : await readMonths(tx, of, sought, true)
  const stored = new Map(sought.map((key, i) => [key, found[i]]))
  return keys.map((key) => stored.get(key) ?? [])
}

async function findBegun(sql: Sql, of: MonthsOf, keys: readonly MonthKey[]): Promise<ReadonlySet<string>> {
  const months = [...new Set(keys.map(({ month }) => month))]
  const { hotelId, provider } = of
  const rows = await sql.query<{ month: string }>(monthTableOf(of.entity).selectBegun, [hotelId, provider, months])
  return new Set(rows.map(({ month }) => month))
}

/** What is stored of these months, in all currencies; at the place of each. */
export async function readMonths(
  sql: Sql,
  of: MonthsOf,
  keys: readonly MonthKey[],
  isLocked = false,
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

/**
 * Hardly ever has somebody else stored one of them meanwhile, and not to expect it costs less.
 * @returns those that somebody has, as this statement found them
 */
export async function insertMonths(tx: Sql, of: MonthsOf, months: readonly MergedMonth[]): Promise<MergedMonth[]> {
  if (months.length === 0) return []
  const { table, insert, attributes } = monthTableOf(of.entity)
  const values = [...scopeOf(of), ...valueLists(of, months, attributes)]
  await tx.query('SAVEPOINT months')
  try {
    await tx.query(insert, values)
    await tx.query('RELEASE SAVEPOINT months')
    return []
  } catch (error) {
    if (!isUniqueViolation(error, `${table}_pkey`)) throw error
    await tx.query('ROLLBACK TO SAVEPOINT months')
    return insertRest(tx, of, months, values)
  }
}

async function insertRest(tx: Sql, { entity }: MonthsOf, months: readonly MergedMonth[], values: readonly unknown[]) {
  const { insertRest, series } = monthTableOf(entity)
  const rows = await tx.query<Record<string, string>>(insertRest, values)
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
    ...attributes.map(({ name, type }) =>
      literalsOf(
        months.map(({ after }) => after[name] ?? null),
        type,
      ),
    ),
    months.map(({ metadata }) => encodeJson(metadata)),
  ]
}

/**
 * Literals of an attribute, one a month, in one text: a list of them would be looked through for what has to be escaped, here
 * and there, and there is nothing. `{1,null}`, or `{{1,2},{3,4}}` for what has persons; nothing where nothing is said.
 */
function literalsOf(months: readonly Lines[], type: string): string {
  const isNested = type.endsWith('[][]')
  const literals = months.map((lines) => (lines === null ? '' : JSON.stringify(isNested ? lines : lines[0])))
  return literals.join(BETWEEN_MONTHS).replaceAll('[', '{').replaceAll(']', '}')
}
