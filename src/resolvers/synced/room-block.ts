import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RoomBlock } from '../../entities/synced/room-block.ts'
import { PmsBooking } from '../../schema/synced/booking.ts'
import { PmsRoom } from '../../schema/synced/room.ts'
import { PmsRoomBlock } from '../../schema/synced/room-block.ts'
import type { ApiContext } from '../access/context.ts'

@Resolver(() => PmsRoomBlock)
export class RoomBlockResolver {
  @FieldResolver(() => PmsRoom, { nullable: true, description: 'The room; null until it is synced.' })
  room(
    @Root() { hotelId, provider, roomExternalId: externalId }: RoomBlock,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsRoom | null> {
    return loaders.rowsByExternalId.ROOM.load({ hotelId, provider, externalId })
  }

  @FieldResolver(() => [PmsBooking], {
    description: 'Bookings that have the room on a blocked night, of guests who have not left; the first 20.',
  })
  conflictingBookings(@Root() { id }: RoomBlock, @Ctx() { loaders }: ApiContext): Promise<PmsBooking[]> {
    return loaders.bookingsOfBlock.load(id)
  }
}
