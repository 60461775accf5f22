import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { type Calendar, PmsRateDay, PmsRateSeries, PmsRates } from '../../schema/calendar.ts'
import { Hotel } from '../../schema/hotel.ts'
import { RateArgs } from '../../schema/inputs/calendar.ts'
import { PmsRatePlan } from '../../schema/synced/rate-plan.ts'
import { PmsRoomType } from '../../schema/synced/room-type.ts'
import { syncedRate } from '../../sync/synced/rate.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'
import { type AnsweredSeries, answerCalendar, dayObjects } from './answer-calendar.ts'
import { rowOf } from './row-of.ts'

type Rates = Calendar<PmsRateSeries>

@Resolver(() => PmsRateSeries)
export class RatesResolver {
  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsRates, { description: 'Prices and restrictions of a hotel, a series a rate plan and room type.' })
  rates(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Args(() => RateArgs) args: RateArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Rates> {
    return answerCalendar(context, syncedRate, hotelId, args, info)
  }

  @FieldResolver(() => [PmsRateDay])
  days(@Root() series: AnsweredSeries): PmsRateDay[] {
    return dayObjects(series)
  }

  @FieldResolver(() => PmsRatePlan, { nullable: true, description: 'The rate plan; null until it is synced.' })
  ratePlan(@Root() series: AnsweredSeries, @Ctx() context: ApiContext): Promise<PmsRatePlan | null> {
    return rowOf(context, 'RATE_PLAN', series, 'ratePlanExternalId')
  }

  @FieldResolver(() => PmsRoomType, { nullable: true, description: 'The room type; null until it is synced.' })
  roomType(@Root() series: AnsweredSeries, @Ctx() context: ApiContext): Promise<PmsRoomType | null> {
    return rowOf(context, 'ROOM_TYPE', series, 'roomTypeExternalId')
  }
}

/** Nullable, as all that this subgraph adds to hotels. */
@Resolver(() => Hotel)
export class RatesOfHotelResolver {
  @FieldResolver(() => PmsRates, { nullable: true, description: 'Prices and restrictions of the hotel.' })
  rates(
    @Root() { id }: Hotel,
    @Args(() => RateArgs) args: RateArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Rates> {
    return answerCalendar(context, syncedRate, id, args, info)
  }
}
