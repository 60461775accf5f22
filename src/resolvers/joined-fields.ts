import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { bookingList } from './lists/booking.ts'

/** Types whose lists join rows. */
const LISTS = { PmsBooking: bookingList }

/**
 * Has the field of a relation answer with the row that was joined. A row that was found by its id, or comes with an event,
 * has nothing joined.
 */
export function resolveJoinedFields(schema: GraphQLSchema): void {
  for (const [type, { joins = {} }] of Object.entries(LISTS)) {
    const fields = (schema.getType(type) as GraphQLObjectType<Record<string, unknown>>).getFields()
    for (const name of Object.keys(joins)) {
      const field = fields[name]
      const resolve = field?.resolve
      if (!field || !resolve) throw new Error(`"${type}.${name}" has no resolver for rows that have nothing joined`)
      field.resolve = (row, ...rest) => (row[name] === undefined ? resolve(row, ...rest) : row[name])
    }
  }
}
