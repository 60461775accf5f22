import { columnName, selectList } from '../../entities/select.ts'
import type { Window } from './args.ts'
import { onwards, rowsBeyond } from './keyset.ts'
import type { Bind, List, Parent } from './list.ts'
import { columnAlong } from './page-row.ts'
import type { Reading, RowAlong } from './reading.ts'

/** A page that is asked for; the same of many parents is one statement. */
export interface Page<Filter> {
  readonly window: Window
  readonly filter: Partial<Filter>
  readonly reading: Reading
  /** Parts that cost extra and are read only when selected. */
  readonly extras: {
    readonly totalCount: boolean
    /** Whether there are rows on the far side of a given cursor. */
    readonly surroundings: boolean
  }
}

/**
 * The same page of many parents' lists in one statement; one row more than the page tells whether there is a next one.
 */
export function pageStatement<Row, Filter>(
  list: List<Row, Filter>,
  parents: readonly Parent[],
  { window, filter, reading, extras }: Page<Filter>,
): { text: string; params: unknown[] } {
  const params: unknown[] = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const { order, after, before } = window
  const { onward, backward } = onwards(order.direction)
  const sortColumn = `t.${columnName(order.field)}`
  const beyond = rowsBeyond(list.entity, order.field, bind)

  const joined = Object.keys(parents[0] ?? {}).map((property) => `t.${columnName(property)} = parent."${property}"`)
  const rows = (...conditions: string[]) =>
    `FROM ${list.table} t WHERE ${[...joined, ...list.where(filter, bind), ...conditions].filter(Boolean).join(' AND ') || 'true'}`
  // OFFSET 0 keeps it from being asked again for every row of the page.
  const exists = (condition: string, name: string) =>
    `CROSS JOIN LATERAL (SELECT EXISTS (SELECT ${rows(condition)}) AS "${name}" OFFSET 0) AS "${name}"`

  const direction = (order.direction === 'ASC') === window.fromEnd ? 'DESC' : 'ASC'
  const inWindow = [after && beyond(onward, after), before && beyond(backward, before)].filter((part) => part !== null)
  const sources = [
    parentRows(list, parents, bind),
    extras.totalCount && `CROSS JOIN LATERAL (SELECT count(*) AS "#total" ${rows()}) AS total`,
    extras.surroundings && after && exists(beyond(`${backward}=`, after), '#isBeforeWindow'),
    extras.surroundings && before && exists(beyond(`${onward}=`, before), '#isAfterWindow'),
    `LEFT JOIN LATERAL (
       SELECT ${selectList(list.entity, 't', reading.properties)}, ${sortColumn}::text AS "#key" ${rows(...inWindow)}
       ORDER BY ${sortColumn} ${direction}, t.id ${direction} LIMIT ${window.size + 1}
     ) AS page ON true`,
    ...reading.along.map(joinAlong),
  ]
  const text = `SELECT * FROM ${sources.filter(Boolean).join(' ')}
    ORDER BY "#parent", page."${order.field}" ${direction}, page.id ${direction}`
  return { text, params }
}

/** One look into the unique index a row; see docs/decisions/0003. */
function joinAlong({ name, table, externalId, properties }: RowAlong): string {
  const columns = properties.map((property) => `t.${columnName(property)} AS "${columnAlong(name, property)}"`)
  return `LEFT JOIN LATERAL (
      SELECT ${columns.join(', ')} FROM ${table} t
      WHERE t.hotel_id = page."hotelId" AND t.provider = page.provider AND t.external_id = page."${externalId}"
      LIMIT 1
    ) AS "${name}" ON true`
}

/** One row a parent, numbered; its columns go by the properties' names and are equal to the page's. */
function parentRows<Row, Filter>(list: List<Row, Filter>, parents: readonly Parent[], bind: Bind): string {
  const [first = {}, ...others] = parents
  const properties = Object.keys(first)
  const names = [...properties, '#parent'].map((name) => `"${name}"`).join(', ')
  if (others.length === 0) {
    // As single values: of an array the planner does not know the length, and plans the statement anew every time.
    const values = properties.map((property) => `${bind(first[property])}::${list.parents[property]}`)
    return `(VALUES (${[...values, 1].join(', ')})) AS parent (${names})`
  }
  const arrays = properties.map(
    (property) => `${bind(parents.map((parent) => parent[property]))}::${list.parents[property]}[]`,
  )
  return `unnest(${arrays.join(', ')}) WITH ORDINALITY AS parent (${names})`
}
