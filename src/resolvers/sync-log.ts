import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import type { SyncLog } from '../entities/sync-log.ts'
import type { Connection } from '../schema/common/connection.ts'
import { Hotel } from '../schema/hotel.ts'
import { SyncFailureListArgs } from '../schema/inputs/sync-failure.ts'
import { SyncLogListArgs } from '../schema/inputs/sync-log.ts'
import { type PmsSyncFailure, PmsSyncFailureConnection, PmsSyncFailureGroup } from '../schema/sync-failure.ts'
import { PmsErrorReport, PmsSyncLog, PmsSyncLogConnection } from '../schema/sync-log.ts'
import type { ApiContext } from './access/context.ts'
import { hotelIdsOf, Policy } from './access/policy.ts'
import { syncFailureList } from './lists/sync-failure.ts'
import { syncLogList } from './lists/sync-log.ts'
import { hotelConnection } from './paging/connection-loader.ts'

@Resolver(() => PmsSyncLog)
export class SyncLogResolver {
  @Policy<{ hotelId?: string | null }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsSyncLogConnection, {
    description: 'Syncs of one hotel or of all of the viewer’s hotels, active and ended ones.',
  })
  syncLogs(
    @Arg('hotelId', () => ID, {
      nullable: true,
      description: 'Id of a hotel; all of the viewer’s hotels when left out.',
    })
    hotelId: string | null | undefined,
    @Args(() => SyncLogListArgs) args: SyncLogListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsSyncLog>> {
    if (hotelId) return hotelConnection(context, syncLogList, hotelId, args, info)
    const viewerHotelIds = hotelIdsOf(context.viewer)
    const filter = { ...args.filter, ...(viewerHotelIds && { viewerHotelIds }) }
    return context.loaders.connections.load(syncLogList, {}, { ...args, filter }, info)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsSyncLog, { nullable: true, description: 'A sync; null when there is none with this id.' })
  syncLog(
    @Arg('id', () => ID, { description: 'Id of the sync.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsSyncLog | null> {
    return loaders.syncLog.load(id)
  }

  @FieldResolver(() => PmsSyncFailureConnection, { description: 'Items that this sync could not store.' })
  failures(
    @Root() { hotelId, id }: SyncLog,
    @Args(() => SyncFailureListArgs) args: SyncFailureListArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsSyncFailure>> {
    return loaders.connections.load(syncFailureList, { hotelId, syncLogId: id }, args, info)
  }

  @FieldResolver(() => PmsErrorReport, {
    nullable: true,
    description: 'What went wrong, with the items that failed; null when everything was stored.',
  })
  errorReport(@Root() log: SyncLog, @Ctx() { loaders }: ApiContext): Promise<PmsErrorReport | null> {
    return loaders.errorReport.load(log)
  }

  @FieldResolver(() => [PmsSyncFailureGroup], {
    description: 'Failed items grouped by reason, open ones first.',
  })
  failureGroups(@Root() { id }: SyncLog, @Ctx() { loaders }: ApiContext): Promise<PmsSyncFailureGroup[]> {
    return loaders.failureGroups.load(id)
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Median duration in milliseconds of the last 100 complete syncs of the same hotel, provider, entity type and operation.',
  })
  p50DurationMs(@Root() log: SyncLog, @Ctx() { loaders }: ApiContext): Promise<number | null> {
    return loaders.medianDuration.load(log)
  }

  @FieldResolver(() => Hotel, { description: 'The hotel that it belongs to.' })
  hotel(@Root() { hotelId }: SyncLog): Hotel {
    return { id: hotelId }
  }
}
