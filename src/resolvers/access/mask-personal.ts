import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql'
import { type Mask, personalMaskOf } from '../../schema/common/personal.ts'
import { MASKS } from '../../security/mask.ts'
import { hasPermission } from '../../security/policy.ts'
import type { ApiContext } from './context.ts'

type Field = GraphQLField<Record<string, unknown>, ApiContext>

/**
 * Masks every `@Personal` field for viewers without ADMIN_EDIT. It is the field that masks, not what reads the row: so it
 * holds for lists, references, subscriptions and whatever comes to return such a row.
 * @throws Error for a mark that cannot be kept
 */
export function maskPersonal(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const mask = personalMaskOf(field)
      if (mask !== undefined) guard(`${type.name}.${field.name}`, field, mask)
    }
  }
}

function guard(path: string, field: Field, mask: Mask): void {
  const { name } = field
  if (field.resolve !== undefined && field.resolve !== defaultFieldResolver) {
    throw new Error(`"${path}" is @Personal and has a resolver: only what lies in the row can be masked`)
  }
  if (mask === 'HIDDEN' && isNonNullType(field.type)) throw new Error(`"${path}" cannot be hidden: it is never null`)
  const masked = MASKS[mask]
  field.resolve = (row, _args, { viewer }) => {
    const value = row[name]
    if (value === null || value === undefined) return value
    return viewer !== null && hasPermission(viewer, 'ADMIN_EDIT') ? value : masked(value as string)
  }
}
