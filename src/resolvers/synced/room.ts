import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import type { Room } from '../../entities/synced/room.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { BookingListArgs } from '../../schema/inputs/synced/booking.ts'
import { type PmsBooking, PmsBookingConnection } from '../../schema/synced/booking.ts'
import { PmsRoom } from '../../schema/synced/room.ts'
import type { ApiContext } from '../access/context.ts'
import { bookingList } from '../lists/booking.ts'

@Resolver(() => PmsRoom)
export class RoomResolver {
  @FieldResolver(() => PmsBookingConnection, { description: 'Bookings that are assigned to the room.' })
  bookings(
    @Root() { hotelId, provider, externalId }: Room,
    @Args(() => BookingListArgs) args: BookingListArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsBooking>> {
    return loaders.connections.load(bookingList, { hotelId, provider, roomExternalId: externalId }, args, info)
  }
}
