import { coerceInputValue, type GraphQLSchema, isInputObjectType } from 'graphql'
import { badUserInput } from '../../errors.ts'
import { boundInput } from './argument-bounds.ts'

/**
 * A value as a mutation takes it, for callers without GraphQL: of the same types, within the same bounds.
 * @throws PmsIntegrationError BAD_USER_INPUT naming the field
 */
export function coerceInput<Input>(schema: GraphQLSchema, name: string, value: object): Input {
  const type = schema.getType(name)
  if (!isInputObjectType(type)) throw new TypeError(`${name} is no input of the schema`)
  const coerced = coerceInputValue(value, type, (path, invalid) => {
    const known = invalid === value ? Object.keys(type.getFields()) : []
    const unknown = known.length > 0 ? Object.keys(value).find((field) => !known.includes(field)) : undefined
    const missing = Object.values(type.getFields()).find(
      (field) => !Object.hasOwn(value, field.name) && `${field.type}`.endsWith('!'),
    )
    throw badUserInput(path.join('.') || unknown || missing?.name || 'body', `is not as ${name} of the schema has it`)
  })
  boundInput(type, coerced)
  return coerced as Input
}
