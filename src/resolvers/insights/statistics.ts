import { Args, Ctx, Query, Resolver } from 'type-graphql'
import { freshnessSeries } from '../../insights/freshness-ages.ts'
import { failureRates, type StatisticsScope, syncChanges, syncDurations } from '../../insights/statistics.ts'
import { DurationArgs, FreshnessAgeArgs, SpanArgs } from '../../schema/inputs/statistics.ts'
import {
  PmsFreshnessSeries,
  PmsSyncChanges,
  PmsSyncDurations,
  PmsSyncFailureRate,
} from '../../schema/insights/statistics.ts'
import type { ApiContext } from '../access/context.ts'
import { hotelIdsOf, Policy } from '../access/policy.ts'

const ofHotel = Policy<{ hotelId?: string | null }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })

@Resolver()
export class StatisticsResolver {
  @ofHotel
  @Query(() => [PmsSyncDurations], { description: 'Durations of syncs that completed, over time.' })
  syncDurations(
    @Args(() => DurationArgs) { bucket, ...args }: DurationArgs,
    @Ctx() context: ApiContext,
  ): Promise<PmsSyncDurations[]> {
    return syncDurations(context.database, scopeOf(context, args), bucket)
  }

  @ofHotel
  @Query(() => [PmsSyncChanges], { description: 'Items that syncs created, updated and deleted, over time.' })
  syncChanges(
    @Args(() => DurationArgs) { bucket, ...args }: DurationArgs,
    @Ctx() context: ApiContext,
  ): Promise<PmsSyncChanges[]> {
    return syncChanges(context.database, scopeOf(context, args), bucket)
  }

  @ofHotel
  @Query(() => [PmsSyncFailureRate], { description: 'How many syncs failed, and why, by provider and class of error.' })
  syncFailureRates(@Args(() => SpanArgs) args: SpanArgs, @Ctx() context: ApiContext): Promise<PmsSyncFailureRate[]> {
    return failureRates(context.database, scopeOf(context, args))
  }

  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => [PmsFreshnessSeries], {
    description: 'Age of the stored data of a hotel over time, by provider and entity type.',
  })
  freshnessAges(
    @Args(() => FreshnessAgeArgs) { hotelId, bucket, provider, span }: FreshnessAgeArgs,
    @Ctx() { database, clock }: ApiContext,
  ): Promise<PmsFreshnessSeries[]> {
    return freshnessSeries(database, hotelId, { provider, span, now: clock.now() }, bucket)
  }
}

function scopeOf({ viewer, clock }: ApiContext, { hotelId, provider, span }: SpanArgs): StatisticsScope {
  return { hotelIds: hotelId ? [hotelId] : hotelIdsOf(viewer), provider, span, now: clock.now() }
}
