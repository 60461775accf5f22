import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import type { ChangeSetItem } from '../../../entities/change-set.ts'
import type { Values } from '../../../records/changes/groups.ts'
import { PmsChange } from '../../../schema/changes/change.ts'
import { PmsChangeSetItem } from '../../../schema/changes/sets/item.ts'
import { JsonObjectScalar } from '../../../schema/common/scalars.ts'
import type { ApiContext } from '../../access/context.ts'
import { maskedFor } from '../mask-values.ts'

@Resolver(() => PmsChangeSetItem)
export class ChangeSetItemResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Number of the booking or the room that it is about; null for a line that is no change, see `given`.',
  })
  async label(@Root() { entityType, entityId }: ChangeSetItem, @Ctx() { loaders }: ApiContext): Promise<string | null> {
    if (entityType === null || entityId === null) return null
    const row = (await loaders.rows[entityType].load(entityId)) as Labelled | null
    return row && (row[entityType === 'BOOKING' ? 'confirmationNumber' : 'roomNumber'] ?? row.externalId)
  }

  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description: 'What was there when the set was made, by field.',
  })
  base(@Root() item: ChangeSetItem, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Values | null {
    return shown(context, info, item, item.base)
  }

  @FieldResolver(() => JsonObjectScalar, { nullable: true, description: 'What is wanted, by field.' })
  wanted(@Root() item: ChangeSetItem, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Values | null {
    return shown(context, info, item, item.wanted)
  }

  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description: 'What the PMS had when it was last looked at, by field; null before.',
  })
  theirs(@Root() item: ChangeSetItem, @Ctx() context: ApiContext, @Info() info: GraphQLResolveInfo): Values | null {
    return shown(context, info, item, item.theirs)
  }

  @FieldResolver(() => PmsChange, {
    nullable: true,
    description: 'The change; null for a line that could not become one.',
  })
  change(@Root() { changeId }: ChangeSetItem, @Ctx() { loaders }: ApiContext): Promise<PmsChange | null> | null {
    return changeId === null ? null : loaders.change.load(changeId)
  }
}

interface Labelled {
  readonly externalId: string
  readonly confirmationNumber?: string | null
  readonly roomNumber?: string | null
}

function shown(
  { viewer }: ApiContext,
  { schema }: GraphQLResolveInfo,
  { action, entityType }: ChangeSetItem,
  values: Values | null,
) {
  return entityType && maskedFor(viewer, schema, { action, entityType }, values)
}
