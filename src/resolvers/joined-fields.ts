import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { nouns } from './nouns.ts'

/**
 * Has the field of a relation answer with the row that was joined. A row that was found by its id, or comes with an event,
 * has nothing joined.
 */
export function resolveJoinedFields(schema: GraphQLSchema): void {
  for (const { Type, list } of Object.values(nouns)) {
    const fields = (schema.getType(Type.name) as GraphQLObjectType<Record<string, unknown>>).getFields()
    for (const name of Object.keys(list.joins ?? {})) {
      const field = fields[name]
      const resolve = field?.resolve
      if (!field || !resolve)
        throw new Error(`"${Type.name}.${name}" has no resolver for rows that have nothing joined`)
      field.resolve = (row, ...rest) => (row[name] === undefined ? resolve(row, ...rest) : row[name])
    }
  }
}
