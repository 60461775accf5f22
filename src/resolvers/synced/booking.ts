import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Booking } from '../../entities/synced/booking.ts'
import { PmsBooking } from '../../schema/synced/booking.ts'
import { PmsGuest } from '../../schema/synced/guest.ts'
import { PmsRatePlan } from '../../schema/synced/rate-plan.ts'
import { PmsRoom } from '../../schema/synced/room.ts'
import { PmsRoomBlock } from '../../schema/synced/room-block.ts'
import { PmsRoomType } from '../../schema/synced/room-type.ts'
import type { ApiContext } from '../access/context.ts'

@Resolver(() => PmsBooking)
export class BookingResolver {
  @FieldResolver(() => PmsGuest, { nullable: true, description: 'The guest’s profile; null until it is synced.' })
  guest(@Root() booking: Booking, @Ctx() { loaders }: ApiContext): Promise<PmsGuest | null> | null {
    const { hotelId, provider, guestExternalId: externalId } = booking
    return externalId === null ? null : loaders.rowsByExternalId.GUEST.load({ hotelId, provider, externalId })
  }

  @FieldResolver(() => PmsRoom, { nullable: true, description: 'The assigned room; null before assignment.' })
  room(@Root() booking: Booking, @Ctx() { loaders }: ApiContext): Promise<PmsRoom | null> | null {
    const { hotelId, provider, roomExternalId: externalId } = booking
    return externalId === null ? null : loaders.rowsByExternalId.ROOM.load({ hotelId, provider, externalId })
  }

  @FieldResolver(() => PmsRoomType, { nullable: true, description: 'The booked room type; null until it is synced.' })
  bookedRoomType(@Root() booking: Booking, @Ctx() { loaders }: ApiContext): Promise<PmsRoomType | null> | null {
    const { hotelId, provider, roomTypeExternalId: externalId } = booking
    return externalId === null ? null : loaders.rowsByExternalId.ROOM_TYPE.load({ hotelId, provider, externalId })
  }

  @FieldResolver(() => PmsRatePlan, { nullable: true, description: 'The booked rate plan; null until it is synced.' })
  ratePlan(@Root() booking: Booking, @Ctx() { loaders }: ApiContext): Promise<PmsRatePlan | null> | null {
    const { hotelId, provider, ratePlanExternalId: externalId } = booking
    return externalId === null ? null : loaders.rowsByExternalId.RATE_PLAN.load({ hotelId, provider, externalId })
  }

  @FieldResolver(() => [PmsRoomBlock], {
    description:
      'Blocks of the assigned room on a night of the stay, of a booking whose guest has not left; the first 20.',
  })
  conflictingBlocks(@Root() booking: Booking, @Ctx() { loaders }: ApiContext): Promise<PmsRoomBlock[]> {
    return loaders.blocksOverBooking.load(booking.id)
  }
}
