import type { EntitySchema } from '@mikro-orm/core'
import { columnName } from '../../entities/select.ts'
import type { OrderDirection } from '../../schema/inputs/order.ts'
import type { Position } from './cursor.ts'
import type { Bind } from './list.ts'

export type Comparison = '>' | '>=' | '<' | '<='

/** How rows further on in the list, and rows further back, compare to a row of it. */
export const onwards = (direction: OrderDirection) =>
  direction === 'ASC' ? ({ onward: '>', backward: '<' } as const) : ({ onward: '<', backward: '>' } as const)

/**
 * Conditions for rows on one side of a position. Null is greater than everything, as in PostgreSQL's indexes, and ids
 * break ties, so that the order is total.
 */
export function rowsBeyond(entity: EntitySchema, property: string, bind: Bind) {
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
