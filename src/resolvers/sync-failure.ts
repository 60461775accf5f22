import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { SyncFailure } from '../entities/sync-failure.ts'
import type { JsonObject } from '../records/common.ts'
import { JsonObjectScalar } from '../schema/scalars.ts'
import { PmsFailureMapping, PmsSyncFailure } from '../schema/sync-failure.ts'
import { PmsSyncLog } from '../schema/sync-log.ts'
import { hasPermission } from '../security/policy.ts'
import { mappingOf } from '../sync/mapping-of.ts'
import type { ApiContext } from './context.ts'

@Resolver(() => PmsSyncFailure)
export class SyncFailureResolver {
  @FieldResolver(() => PmsSyncLog, { nullable: true, description: 'The run that met it.' })
  syncLog(@Root() { syncLogId }: SyncFailure, @Ctx() { loaders }: ApiContext): Promise<PmsSyncLog | null> {
    return loaders.syncLog.load(syncLogId)
  }

  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description: 'What the PMS sent, without secrets and card numbers. Only for ADMIN_EDIT; null for others.',
  })
  raw(@Root() { raw }: SyncFailure, @Ctx() context: ApiContext): JsonObject | null {
    return maySeeItems(context) ? raw : null
  }

  @FieldResolver(() => PmsFailureMapping, {
    nullable: true,
    description:
      'What today’s mapping makes of `raw`. Only for ADMIN_EDIT; null for others, and without a valid configuration.',
  })
  async mapping(@Root() failure: SyncFailure, @Ctx() context: ApiContext): Promise<PmsFailureMapping | null> {
    if (!maySeeItems(context)) return null
    const { hotelId, provider } = failure
    const [hotel, configuration] = await Promise.all([
      context.loaders.hotel.load(hotelId),
      context.loaders.configurationOf.load({ hotelId, provider }),
    ])
    const adapter = context.listProviders().find(({ key }) => key === provider)
    return hotel && configuration && adapter ? mappingOf(adapter, hotel, configuration, failure) : null
  }
}

/** Items hold guests' personal data. */
const maySeeItems = ({ viewer }: ApiContext) => viewer !== null && hasPermission(viewer, 'ADMIN_EDIT')
