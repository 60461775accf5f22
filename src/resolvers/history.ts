import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import type { HistoryEntry } from '../entities/history-entry.ts'
import { PmsHistoryEntry } from '../schema/history.ts'
import { MASKS } from '../security/mask.ts'
import { hasPermission } from '../security/policy.ts'
import type { ApiContext } from './access/context.ts'
import { maskOfField } from './access/row-masks.ts'

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
  const mask = maskOfField(schema, entityType, field)
  if (value === null || mask === undefined) return value
  return viewer !== null && hasPermission(viewer, 'ADMIN_EDIT') ? value : MASKS[mask](value)
}
