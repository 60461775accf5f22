import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql'
import type { Booking } from '../../entities/synced/booking.ts'
import { PmsBooking } from '../../schema/synced/booking.ts'
import { PmsGuest } from '../../schema/synced/guest.ts'
import { PmsRatePlan } from '../../schema/synced/rate-plan.ts'
import { PmsRoom } from '../../schema/synced/room.ts'
import { PmsRoomType } from '../../schema/synced/room-type.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'
import { bookingChanges } from '../streams/booking-changes.ts'

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

  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Subscription(() => PmsBooking, {
    description: 'Bookings of a hotel that were just created, updated or marked as deleted.',
    subscribe: ({ args, context }) => bookingChanges(context, args),
  })
  bookingChanged(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) _hotelId: string,
    @Root() booking: Booking,
  ): PmsBooking {
    return booking
  }
}
