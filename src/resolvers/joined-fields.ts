import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { nouns } from './nouns.ts'

/** Of the fields that are laid over a row, the one that tells whether they were. */
const LAID = 'pendingChanges'

/**
 * Has the field of a relation answer with the row that was joined, and one of an overlay with what was laid over the row. A
 * row that was found by its id, or comes with an event, has neither.
 */
export function resolveJoinedFields(schema: GraphQLSchema): void {
  for (const { Type, list } of Object.values(nouns)) {
    const fields = (schema.getType(Type.name) as GraphQLObjectType<Record<string, unknown>>).getFields()
    const read = (name: string, marker: string) => {
      const field = fields[name]
      const resolve = field?.resolve
      if (!field || !resolve)
        throw new Error(`"${Type.name}.${name}" has no resolver for rows that it was not read with`)
      field.resolve = (row, ...rest) => (row[marker] === undefined ? resolve(row, ...rest) : row[name])
    }
    for (const name of Object.keys(list.joins ?? {})) read(name, name)
    for (const name of Object.keys(list.overlay?.fields ?? {})) read(name, LAID)
  }
}
