import { badUserInput } from '../../errors.ts'
import { ROW_TYPES, type RowType, recordTypes } from '../../records/entity-type.ts'
import { pascalCase } from '../../records/record-type.ts'
import { MAX_ID } from './argument-bounds.ts'
import type { ApiContext } from './context.ts'
import { type AccessPolicy, checkPermission, withinHotels } from './policy.ts'

/** How the gateway's references to a type are resolved. */
export interface Reference {
  readonly policy: AccessPolicy
  load(id: string, context: ApiContext): Promise<object | null>
}

const viewable: AccessPolicy = { permission: 'ADMIN_VIEW', hotel: 'VIEWER' }

const rowsOf = (type: RowType): Reference => ({
  policy: viewable,
  load: (id, { loaders }) => loaders.rows[type].load(id),
})

/** Every entity of the graph; batched by the loaders, which see nothing outside of the viewer's hotels. */
export const references: Readonly<Record<string, Reference>> = {
  ...Object.fromEntries(ROW_TYPES.map((type) => [`Pms${pascalCase(recordTypes[type].words.one)}`, rowsOf(type)])),
  PmsSyncLog: { policy: viewable, load: (id, { loaders }) => loaders.syncLog.load(id) },
  PmsConfiguration: { policy: viewable, load: (id, { loaders }) => loaders.configuration.load(id) },
  Hotel: { policy: viewable, load: (id, { loaders }) => loaders.hotel.load(id) },
}

/**
 * The reference resolver of a type. An unknown id resolves to null; a representation without one is an
 * error of the gateway, reported in its place.
 */
export function referenceResolver({ policy, load }: Reference) {
  return async (representation: { id?: unknown }, context: ApiContext) => {
    const viewer = checkPermission(policy, context)
    const { id } = representation
    if (id === undefined || id === null)
      throw badUserInput('representations', 'Each representation needs the `id` of its entity.')
    return typeof id === 'string' && id.length <= MAX_ID ? withinHotels(viewer, await load(id, context)) : null
  }
}
