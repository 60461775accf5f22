import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { actionsOf } from '../configurations/actions.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import type { ActionName } from '../records/changes/actions.ts'
import type { JsonObject } from '../records/common.ts'
import { ENTITY_TYPES, type EntityType } from '../records/entity-type.ts'
import { PmsProvider } from '../schema/provider.ts'
import { syncedEntities } from '../sync/synced/synced-entities.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'

@Resolver(() => PmsProvider)
export class ProviderResolver {
  @Policy({ permission: 'ADMIN_VIEW', hotel: 'NONE' })
  @Query(() => [PmsProvider], { description: 'All PMS products that a hotel can connect to.' })
  providers(@Ctx() { listProviders }: ApiContext): readonly PmsProviderAdapter[] {
    return listProviders()
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'NONE' })
  @Query(() => PmsProvider, { nullable: true, description: 'A PMS product; null when there is none with this key.' })
  provider(
    @Arg('key', () => String, { description: 'Key of the provider.' }) key: string,
    @Ctx() { listProviders }: ApiContext,
  ): PmsProviderAdapter | null {
    return listProviders().find((provider) => provider.key === key) ?? null
  }

  @FieldResolver()
  capabilities(@Root() { fetch }: PmsProviderAdapter): EntityType[] {
    return ENTITY_TYPES.filter((type) => fetch[syncedEntities[type].kind] !== undefined)
  }

  @FieldResolver()
  actions(@Root() provider: PmsProviderAdapter): ActionName[] {
    return actionsOf(provider)
  }

  @FieldResolver()
  credentialSchema(@Root() { credentials }: PmsProviderAdapter): JsonObject {
    return toJsonSchema(credentials)
  }

  @FieldResolver()
  settingsSchema(@Root() { settings }: PmsProviderAdapter): JsonObject {
    return toJsonSchema(settings)
  }

  @FieldResolver()
  streamSetup(@Root() { stream }: PmsProviderAdapter): string | null {
    return stream?.setup ?? null
  }
}

/** What a person enters, not what the provider gets after defaults and transformations. */
function toJsonSchema(schema: z.ZodObject): JsonObject {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonObject
}
