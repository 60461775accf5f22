import type { SpanEntity } from '../../synced/synced-entity.ts'

/** A table of months as its statements see it. */
export interface MonthTable {
  readonly table: string
  /** Columns of `SpanEntity.series`. */
  readonly series: readonly string[]
  readonly hasCurrency: boolean
  /** Attribute → column and its type. */
  readonly attributes: readonly { readonly name: string; readonly column: string; readonly type: string }[]
  readonly selectBegun: string
  readonly select: string
  readonly selectLocked: string
  readonly insert: string
  /** The same where some are stored by now; returns the keys of those that were not. */
  readonly insertRest: string
  /** Of these attributes. */
  readonly update: (attributes: MonthTable['attributes']) => string
}

const snakeCase = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const tables = new Map<SpanEntity, MonthTable>()

/** The entity's statements, built once. */
export function monthTableOf(entity: SpanEntity): MonthTable {
  const known = tables.get(entity)
  if (known !== undefined) return known
  const series = entity.series.map(snakeCase)
  const attributes = Object.entries(entity.attributes).map(([name, type]) => ({ name, column: snakeCase(name), type }))
  const { table, hasCurrency } = entity
  const shape = { table, series, hasCurrency, attributes }
  const built = {
    ...shape,
    selectBegun: selectBegunFrom(table),
    select: selectFrom(shape, false),
    selectLocked: selectFrom(shape, true),
    ...writesOf(shape),
  }
  tables.set(entity, built)
  return built
}

type Shape = Pick<MonthTable, 'table' | 'series' | 'hasCurrency' | 'attributes'>

/** Stored after what $3 was fetched at; a time in the future is from before the clock was set back. */
const IS_NEWER = `last_synced_at > $3::timestamptz AND last_synced_at <= clock_timestamp() + interval '1 second'`

/** Parameters: hotel, provider, months. Those of which any series is stored. */
const selectBegunFrom = (table: string) =>
  `SELECT k.month::text FROM unnest($3::date[]) AS k (month)
   CROSS JOIN LATERAL (
     SELECT FROM ${table} WHERE hotel_id = $1 AND provider = $2 AND month = k.month LIMIT 1
   ) AS t`

/**
 * Parameters: hotel, provider, when fetched, months, and a list for each column of the series. One look into the unique key
 * a month, in the order in which they are asked for; values as one JSON text, for a driver reads arrays slot by slot.
 */
function selectFrom({ table, series, hasCurrency, attributes }: Shape, isLocked: boolean): string {
  const asked = ['month', ...series]
  const lists = asked.map((column, i) => `$${i + 4}::${column === 'month' ? 'date' : 'text'}[]`)
  return `SELECT k.n, t.currency, t.metadata, t."isNewer", t.values
    FROM unnest(${lists.join(', ')}) WITH ORDINALITY AS k (${asked.join(', ')}, n)
    CROSS JOIN LATERAL (
      SELECT ${hasCurrency ? 'currency' : `'' AS currency`}, metadata, ${IS_NEWER} AS "isNewer",
        json_build_array(${attributes.map(({ column }) => column).join(', ')})::text AS values
      FROM ${table}
      WHERE hotel_id = $1 AND provider = $2 AND ${asked.map((column) => `${column} = k.${column}`).join(' AND ')}
      ORDER BY ${hasCurrency ? 'currency' : 'month'} ${isLocked ? 'FOR UPDATE' : ''}
    ) AS t`
}

/** Stands in no literal of an array. */
export const BETWEEN_MONTHS = ';'

/**
 * Parameters: hotel, provider, when fetched, then a list a column: months, series, currency, attributes, metadata. Those of
 * attributes are texts with `BETWEEN_MONTHS` between their literals, which is read in a third of the time.
 */
function writesOf({
  table,
  series,
  hasCurrency,
  attributes,
}: Shape): Pick<MonthTable, 'insert' | 'insertRest' | 'update'> {
  const keys = ['month', ...series, ...(hasCurrency ? ['currency'] : [])]
  const types = new Map(attributes.map(({ column, type }) => [column, type]))
  const asked = (values: readonly string[]) => {
    const all = [...keys, ...values]
    const lists = all.map((column, i) => {
      const given = `$${i + 4}`
      if (types.has(column)) return `string_to_array(${given}::text, '${BETWEEN_MONTHS}', '')`
      return `${given}::${column === 'month' ? 'date' : 'text'}[]`
    })
    return `unnest(${lists.join(', ')}) AS u (${all.join(', ')})`
  }
  const cast = (column: string) => `u.${column}::${types.get(column) ?? 'jsonb'}`
  const every = [...types.keys(), 'metadata']
  const insert = `INSERT INTO ${table} (hotel_id, provider, last_synced_at, ${[...keys, ...every].join(', ')})
      SELECT $1, $2, $3::timestamptz, ${keys.map((key) => `u.${key}`).join(', ')}, ${every.map(cast).join(', ')}
      FROM ${asked(every)}`
  return {
    insert,
    insertRest: `${insert} ON CONFLICT DO NOTHING
      RETURNING ${keys.map((key) => (key === 'month' ? 'month::text' : key)).join(', ')}`,
    update(changed) {
      const values = [...changed.map(({ column }) => column), 'metadata']
      return `UPDATE ${table} t SET ${values.map((column) => `${column} = ${cast(column)}`).join(', ')},
          last_synced_at = $3::timestamptz, updated_at = now()
        FROM ${asked(values)}
        WHERE t.hotel_id = $1 AND t.provider = $2 AND ${keys.map((key) => `t.${key} = u.${key}`).join(' AND ')}`
    },
  }
}
