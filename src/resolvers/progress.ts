import { Arg, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql'
import { DateTime } from '../schema/common/scalars.ts'
import { PmsSyncProgress } from '../schema/progress.ts'
import type { SyncProgress } from '../sync/events/progress.ts'
import { Policy } from './access/policy.ts'
import { progressEvents } from './streams/progress-events.ts'

@Resolver(() => PmsSyncProgress)
export class ProgressResolver {
  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Subscription(() => PmsSyncProgress, {
    description:
      'Progress of syncs: the current state at once, then every step. With `syncLogId` it ends with the sync.',
    subscribe: ({ args, context }) => progressEvents(context, args),
  })
  syncProgress(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) _hotelId: string,
    @Arg('syncLogId', () => ID, { nullable: true, description: 'Id of a sync; all syncs of the hotel when left out.' })
    _syncLogId: string | null | undefined,
    @Root() progress: SyncProgress,
  ): PmsSyncProgress {
    return progress
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'Estimated time of the end; null while unknown.' })
  eta(@Root() { at, etaMs }: SyncProgress): Date | null {
    return etaMs === null ? null : new Date(Date.parse(at) + etaMs)
  }
}
