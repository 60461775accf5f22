import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import type { SyncFailure } from '../entities/sync-failure.ts'
import type { JsonObject } from '../records/common.ts'
import type { Connection } from '../schema/common/connection.ts'
import { JsonObjectScalar } from '../schema/common/scalars.ts'
import { SyncFailureListArgs } from '../schema/inputs/sync-failure.ts'
import {
  PmsFailureMapping,
  PmsSyncFailure,
  PmsSyncFailureConnection,
  PmsSyncFailureGroup,
} from '../schema/sync-failure.ts'
import { PmsSyncLog } from '../schema/sync-log.ts'
import { mappingOf } from '../sync/run/preview-mapping.ts'
import { openFailureGroups } from '../sync/store/failure-groups.ts'
import type { ApiContext } from './access/context.ts'
import { ForEditors, Policy } from './access/policy.ts'
import { syncFailureList } from './lists/sync-failure.ts'
import { hotelConnection } from './paging/connection-loader.ts'

const ofHotel = Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })

@Resolver(() => PmsSyncFailure)
export class SyncFailureResolver {
  @ofHotel
  @Query(() => PmsSyncFailureConnection, { description: 'Items of a hotel that syncs could not store.' })
  syncFailures(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Args(() => SyncFailureListArgs) args: SyncFailureListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsSyncFailure>> {
    return hotelConnection(context, syncFailureList, hotelId, args, info)
  }

  @ofHotel
  @Query(() => [PmsSyncFailureGroup], {
    description: 'Open failures of a hotel grouped by reason, most frequent first.',
  })
  syncFailureGroups(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Ctx() { database }: ApiContext,
  ): Promise<PmsSyncFailureGroup[]> {
    return openFailureGroups(database, hotelId)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsSyncFailure, { nullable: true, description: 'A failed item; null when there is none with this id.' })
  syncFailure(
    @Arg('id', () => ID, { description: 'Id of the failure.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsSyncFailure | null> {
    return loaders.syncFailure.load(id)
  }

  @FieldResolver(() => PmsSyncLog, { nullable: true, description: 'The sync that could not store the item.' })
  syncLog(@Root() { syncLogId }: SyncFailure, @Ctx() { loaders }: ApiContext): Promise<PmsSyncLog | null> {
    return loaders.syncLog.load(syncLogId)
  }

  @ForEditors
  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description: 'Payload from the PMS, without secrets and card numbers. Without ADMIN_EDIT: null.',
  })
  raw(@Root() { raw }: SyncFailure): JsonObject {
    return raw
  }

  @ForEditors
  @FieldResolver(() => PmsFailureMapping, {
    nullable: true,
    description: 'What the current mapping makes of `raw`. Null without ADMIN_EDIT and without a valid configuration.',
  })
  async mapping(
    @Root() failure: SyncFailure,
    @Ctx() { loaders, listProviders }: ApiContext,
  ): Promise<PmsFailureMapping | null> {
    const { hotelId, provider } = failure
    const [hotel, configuration] = await Promise.all([
      loaders.hotel.load(hotelId),
      loaders.configurationOf.load({ hotelId, provider }),
    ])
    const adapter = listProviders().find(({ key }) => key === provider)
    return hotel && configuration && adapter ? mappingOf(adapter, hotel, configuration, failure) : null
  }
}
