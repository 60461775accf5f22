import type { Values } from '../../records/changes/groups.ts'
import { hasPermission } from '../../security/policy.ts'
import type { Viewer } from '../../security/viewer.ts'

/** What people write may tell of a guest, as the notes of a booking do: without ADMIN_EDIT it is null. */
const PERSONAL: ReadonlySet<string> = new Set(['note', 'notes', 'description', 'reason'])

/** Values as this viewer may see them, masked as the fields of the row are. */
export function maskedFor<V extends Values | null>(viewer: Viewer | null, values: V): V {
  if (values === null || (viewer !== null && hasPermission(viewer, 'ADMIN_EDIT'))) return values
  const masked = Object.entries(values).map(([field, value]) => [field, PERSONAL.has(field) ? null : value])
  return Object.fromEntries(masked) as V
}
