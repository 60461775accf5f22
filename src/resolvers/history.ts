import { type GraphQLResolveInfo, isObjectType } from 'graphql'
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import type { HistoryEntry } from '../entities/history-entry.ts'
import { isRowType } from '../records/entity-type.ts'
import { personalMaskOf } from '../schema/common/personal.ts'
import { PmsHistoryEntry } from '../schema/history.ts'
import { MASKS } from '../security/mask.ts'
import { hasPermission } from '../security/policy.ts'
import type { ApiContext } from './access/context.ts'
import { nouns } from './nouns.ts'

@Resolver(() => PmsHistoryEntry)
export class HistoryResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Value before, as text; null when there was none.' })
  before(@Root() entry: HistoryEntry, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): string | null {
    return masked(entry, entry.before, context, info)
  }

  @FieldResolver(() => String, { nullable: true, description: 'Value after, as text; null when there is none.' })
  after(@Root() entry: HistoryEntry, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): string | null {
    return masked(entry, entry.after, context, info)
  }
}

/** As the field itself is. */
function masked(
  { entityType, field }: HistoryEntry,
  value: string | null,
  { viewer }: ApiContext,
  { schema }: GraphQLResolveInfo,
): string | null {
  const type = isRowType(entityType) ? schema.getType(nouns[entityType].Type.name) : undefined
  const declared = isObjectType(type) ? type.getFields()[field] : undefined
  const mask = declared && personalMaskOf(declared)
  if (value === null || mask === undefined) return value
  return viewer !== null && hasPermission(viewer, 'ADMIN_EDIT') ? value : MASKS[mask](value)
}
