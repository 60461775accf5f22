import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import type { Room } from '../../entities/synced/room.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { BookingListArgs } from '../../schema/inputs/synced/booking.ts'
import { RoomBlockListArgs } from '../../schema/inputs/synced/room-block.ts'
import { type PmsBooking, PmsBookingConnection } from '../../schema/synced/booking.ts'
import { PmsHousekeeping } from '../../schema/synced/housekeeping.ts'
import { PmsRoom } from '../../schema/synced/room.ts'
import { type PmsRoomBlock, PmsRoomBlockConnection } from '../../schema/synced/room-block.ts'
import type { ApiContext } from '../access/context.ts'
import { bookingList } from '../lists/booking.ts'
import { roomBlockList } from '../lists/room-block.ts'

@Resolver(() => PmsRoom)
export class RoomResolver {
  @FieldResolver(() => PmsHousekeeping, {
    nullable: true,
    description: 'Its state as of now; null until it is synced, and where the PMS has no housekeeping.',
  })
  housekeeping(
    @Root() { hotelId, provider, externalId }: Room,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsHousekeeping | null> {
    return loaders.rowsByExternalId.HOUSEKEEPING.load({ hotelId, provider, externalId })
  }

  @FieldResolver(() => PmsRoomBlockConnection, { description: 'Nights on which the room is not sold.' })
  blocks(
    @Root() { hotelId, provider, externalId }: Room,
    @Args(() => RoomBlockListArgs) args: RoomBlockListArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsRoomBlock>> {
    return loaders.connections.load(roomBlockList, { hotelId, provider, roomExternalId: externalId }, args, info)
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
}
