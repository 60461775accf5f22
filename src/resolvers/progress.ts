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
    description: 'How runs get on: at once where they stand, then every step. With `syncLogId` it ends with the run.',
    subscribe: ({ args, context }) => progressEvents(context, args),
  })
  syncProgress(
    @Arg('hotelId', () => ID, { description: 'The hotel.' }) _hotelId: string,
    @Arg('syncLogId', () => ID, { nullable: true, description: 'Only this run; otherwise all of the hotel.' })
    _syncLogId: string | null | undefined,
    @Root() progress: SyncProgress,
  ): PmsSyncProgress {
    return progress
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When it will have ended, by estimate.' })
  eta(@Root() { at, etaMs }: SyncProgress): Date | null {
    return etaMs === null ? null : new Date(Date.parse(at) + etaMs)
  }
}
