import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { bookingList } from './lists/booking.ts'

/** Fields of these types whose rows a list reads along. */
const LISTS = { PmsBooking: bookingList }

/** Has such a field answer with what its row has along. A row that was found by its id, or comes with an event, has nothing. */
export function answerAlong(schema: GraphQLSchema): void {
  for (const [type, { along = {} }] of Object.entries(LISTS)) {
    const fields = (schema.getType(type) as GraphQLObjectType<Record<string, unknown>>).getFields()
    for (const name of Object.keys(along)) {
      const field = fields[name]
      const resolve = field?.resolve
      if (!field || !resolve) throw new Error(`"${type}.${name}" has no resolver for rows that have nothing along`)
      field.resolve = (row, ...rest) => (row[name] === undefined ? resolve(row, ...rest) : row[name])
    }
  }
}
