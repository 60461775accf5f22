import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { type Calendar, PmsAvailability, PmsAvailabilityDay, PmsAvailabilitySeries } from '../../schema/calendar.ts'
import { Hotel } from '../../schema/hotel.ts'
import { AvailabilityArgs } from '../../schema/inputs/calendar.ts'
import { PmsRoomType } from '../../schema/synced/room-type.ts'
import { syncedAvailability } from '../../sync/synced/availability.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'
import { type AnsweredSeries, answerCalendar, dayObjects } from './answer-calendar.ts'
import { rowOf } from './row-of.ts'

type Availability = Calendar<PmsAvailabilitySeries>

@Resolver(() => PmsAvailabilitySeries)
export class AvailabilityResolver {
  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsAvailability, { description: 'Rooms of a hotel that are left to sell, a series a room type.' })
  availability(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Args(() => AvailabilityArgs) args: AvailabilityArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Availability> {
    return answerCalendar(context, syncedAvailability, hotelId, args, info)
  }

  @FieldResolver(() => [PmsAvailabilityDay])
  days(@Root() series: AnsweredSeries): PmsAvailabilityDay[] {
    return dayObjects(series)
  }

  @FieldResolver(() => PmsRoomType, { nullable: true, description: 'The room type; null until it is synced.' })
  roomType(@Root() series: AnsweredSeries, @Ctx() context: ApiContext): Promise<PmsRoomType | null> {
    return rowOf(context, 'ROOM_TYPE', series, 'roomTypeExternalId')
  }
}

/** Nullable, as all that this subgraph adds to hotels. */
@Resolver(() => Hotel)
export class AvailabilityOfHotelResolver {
  @FieldResolver(() => PmsAvailability, { nullable: true, description: 'Rooms of the hotel that are left to sell.' })
  availability(
    @Root() { id }: Hotel,
    @Args(() => AvailabilityArgs) args: AvailabilityArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Availability> {
    return answerCalendar(context, syncedAvailability, id, args, info)
  }
}
