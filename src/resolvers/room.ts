import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import type { Room } from '../entities/room.ts'
import { type PmsBooking, PmsBookingConnection } from '../schema/booking.ts'
import type { Connection } from '../schema/common/connection.ts'
import { Hotel } from '../schema/hotel.ts'
import { BookingListArgs } from '../schema/inputs/booking.ts'
import { RoomListArgs } from '../schema/inputs/room.ts'
import { PmsRoom, PmsRoomConnection } from '../schema/room.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'
import { bookingList } from './lists/booking.ts'
import { roomList } from './lists/room.ts'
import { hotelConnection } from './paging/connection-loader.ts'

@Resolver(() => PmsRoom)
export class RoomResolver {
  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsRoomConnection, { description: 'Rooms of a hotel.' })
  rooms(
    @Arg('hotelId', () => ID, { description: 'The hotel.' }) hotelId: string,
    @Args(() => RoomListArgs) args: RoomListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsRoom>> {
    return hotelConnection(context, roomList, hotelId, args, info)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsRoom, { nullable: true, description: 'A room; null when there is none of this id.' })
  room(
    @Arg('id', () => ID, { description: 'Our id of the room.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsRoom | null> {
    return loaders.room.load(id)
  }

  @FieldResolver(() => PmsBookingConnection, { description: 'Bookings that are assigned to the room.' })
  bookings(
    @Root() { hotelId, provider, externalId }: Room,
    @Args(() => BookingListArgs) args: BookingListArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsBooking>> {
    return loaders.connections.load(bookingList, { hotelId, provider, roomExternalId: externalId }, args, info)
  }

  @FieldResolver(() => Hotel, { description: 'The hotel.' })
  hotel(@Root() { hotelId }: Room): Hotel {
    return { id: hotelId }
  }
}
