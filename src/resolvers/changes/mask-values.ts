import type { GraphQLSchema } from 'graphql'
import type { Change } from '../../entities/change.ts'
import { actionOf } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import type { JsonValue } from '../../records/common.ts'
import { MASKS } from '../../security/mask.ts'
import { hasPermission } from '../../security/policy.ts'
import type { Viewer } from '../../security/viewer.ts'
import { maskOfField } from '../access/row-masks.ts'

/** Fields of changes that are called otherwise in the row: a note is added to its notes. */
const ROW_FIELDS: Readonly<Record<string, string>> = { note: 'notes' }

/** Values as this viewer may see them, masked as the fields of the row are. */
export function maskedFor(
  viewer: Viewer | null,
  schema: GraphQLSchema,
  { action, entityType }: Pick<Change, 'action' | 'entityType'>,
  values: Values | null,
): Values | null {
  if (values === null || (viewer !== null && hasPermission(viewer, 'ADMIN_EDIT'))) return values
  const masked = (field: string, value: JsonValue) => {
    const mask = maskOfField(schema, actionOf(action).makes ?? entityType, ROW_FIELDS[field] ?? field)
    return mask === undefined || value === null ? value : MASKS[mask](String(value))
  }
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, masked(field, value)]))
}
