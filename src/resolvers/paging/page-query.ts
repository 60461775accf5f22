import type { EntitySchema } from '@mikro-orm/core'
import { columnName, selectList } from '../../entities/select.ts'
import type { Position } from './cursor.ts'
import type { Bind, List, Parent } from './list.ts'
import type { PageRequest } from './page-request.ts'
import type { JoinedRelation, Projection } from './projection.ts'

/** A page that is wanted; the same of many parents is one statement. */
export interface PageQuery<Filter> {
  readonly request: PageRequest
  readonly filter: Partial<Filter>
  readonly projection: Projection
  /** Parts of a connection that cost extra and are read only when selected. */
  readonly selects: { readonly totalCount: boolean; readonly pageInfo: boolean }
}

/**
 * One row of the result. `#` keeps what is about the page apart from the row itself. A parent without rows is there once,
 * with a null id.
 */
export interface PageRow {
  /** Position of the parent among those asked for, from 1. */
  '#parent': number
  '#key': string | null
  '#total'?: number
  /** Whether there are rows up to `after`, and from `before` on. */
  '#hasPrevious'?: boolean
  '#hasNext'?: boolean
  id: string | null
  [property: string]: unknown
}

/** The same page of many parents' lists; one row more than the page tells whether there is a next one. */
export function pageQuery<Row, Filter>(
  list: List<Row, Filter>,
  parents: readonly Parent[],
  { request, filter, projection, selects }: PageQuery<Filter>,
): { text: string; params: unknown[] } {
  const params: unknown[] = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const { orderBy, after, before, isBackward, limit } = request
  const sortColumn = `t.${columnName(orderBy.field)}`
  const keyset = keysetConditions(list.entity, orderBy.field, bind)
  const [further, back] = orderBy.direction === 'ASC' ? (['>', '<'] as const) : (['<', '>'] as const)

  const ofParent = Object.keys(parents[0] ?? {}).map((property) => `t.${columnName(property)} = parent."${property}"`)
  const rows = (...conditions: string[]) =>
    `FROM ${list.table} t WHERE ${[...ofParent, ...list.where(filter, bind), ...conditions].filter(Boolean).join(' AND ') || 'true'}`
  // OFFSET 0 keeps it from being asked again for every row of the page.
  const exists = (condition: string, name: string) =>
    `CROSS JOIN LATERAL (SELECT EXISTS (SELECT ${rows(condition)}) AS "${name}" OFFSET 0) AS "${name}"`

  const direction = (orderBy.direction === 'ASC') === isBackward ? 'DESC' : 'ASC'
  const between = [after && keyset(further, after), before && keyset(back, before)].filter((part) => part !== null)
  const { joins, overlaid, properties } = projection
  const sources = [
    parentRows(list, parents, bind),
    overlaid?.ofParent(),
    selects.totalCount && `CROSS JOIN LATERAL (SELECT count(*) AS "#total" ${rows()}) AS total`,
    selects.pageInfo && after && exists(keyset(`${back}=`, after), '#hasPrevious'),
    selects.pageInfo && before && exists(keyset(`${further}=`, before), '#hasNext'),
    `LEFT JOIN LATERAL (
       SELECT ${selectList(list.entity, 't', properties)}, ${sortColumn}::text AS "#key" ${rows(...between)}
       ORDER BY ${sortColumn} ${direction}, t.id ${direction} LIMIT ${limit + 1}
     ) AS page ON true`,
    ...joins.map(joinRelation),
    overlaid?.ofRow(),
  ]
  const columns = [
    'parent."#parent"',
    ...(selects.totalCount ? ['"#total"'] : []),
    ...(selects.pageInfo && after ? ['"#hasPrevious"'] : []),
    ...(selects.pageInfo && before ? ['"#hasNext"'] : []),
    'page.*',
    ...joins.map(({ name }) => `"${name}".*`),
    ...(overlaid?.columns ?? []),
  ]
  const order = ['"#parent"', `page."${orderBy.field}" ${direction}`, `page.id ${direction}`, overlaid?.order]
  const text = `SELECT ${columns.join(', ')} FROM ${sources.filter(Boolean).join(' ')} ORDER BY ${order.filter(Boolean).join(', ')}`
  return { text, params }
}

type Comparison = '>' | '>=' | '<' | '<='

/**
 * Conditions for rows on one side of a position. Null is greater than everything, as in PostgreSQL's indexes, and ids
 * break ties, so that the order is total.
 */
function keysetConditions(entity: EntitySchema, property: string, bind: Bind) {
  const column = `t.${columnName(property)}`
  const isNullable = entity.meta.properties[property as never]?.nullable === true
  return (comparison: Comparison, { key, id }: Position): string => {
    const isUpward = comparison.startsWith('>')
    if (key === null) {
      const byId = `t.id ${comparison} ${bind(id)}`
      return isUpward ? `(${column} IS NULL AND ${byId})` : `(${column} IS NOT NULL OR ${byId})`
    }
    const tuple = `(${column}, t.id) ${comparison} (${bind(key)}, ${bind(id)})`
    return isUpward && isNullable ? `(${tuple} OR ${column} IS NULL)` : tuple
  }
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

/** One look into the unique index a row; see docs/decisions/0003. */
function joinRelation({ name, table, externalId, properties }: JoinedRelation): string {
  const columns = properties.map((property) => `t.${columnName(property)} AS "${joinedColumn(name, property)}"`)
  return `LEFT JOIN LATERAL (
      SELECT ${columns.join(', ')} FROM ${table} t
      WHERE t.hotel_id = page."hotelId" AND t.provider = page.provider AND t.external_id = page."${externalId}"
      LIMIT 1
    ) AS "${name}" ON true`
}

const joinedColumn = (name: string, property: string) => `${name}.${property}`

/** Puts a joined row under the name of its field; null where there is none. */
export function nestJoined({ name, properties }: JoinedRelation): (row: PageRow) => void {
  const columns = properties.map((property) => [property, joinedColumn(name, property)] as const)
  const id = joinedColumn(name, 'id')
  // Copies of one object have its shape, which is faster than to give each its properties one by one.
  const blank: Record<string, unknown> = Object.fromEntries(properties.map((property) => [property, null]))
  return (row) => {
    if (row[id] === null) {
      row[name] = null
      return
    }
    const joined = { ...blank }
    for (const [property, column] of columns) joined[property] = row[column]
    row[name] = joined
  }
}
