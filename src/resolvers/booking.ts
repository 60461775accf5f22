import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root, Subscription } from 'type-graphql'
import type { Booking } from '../entities/booking.ts'
import { PmsBooking, PmsBookingConnection } from '../schema/booking.ts'
import type { Connection } from '../schema/common/connection.ts'
import { PmsGuest } from '../schema/guest.ts'
import { Hotel } from '../schema/hotel.ts'
import { BookingListArgs } from '../schema/inputs/booking.ts'
import { PmsRoom } from '../schema/room.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'
import { bookingList } from './lists/booking.ts'
import { hotelConnection } from './paging/connection-loader.ts'
import { bookingChanges } from './streams/booking-changes.ts'

@Resolver(() => PmsBooking)
export class BookingResolver {
  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsBookingConnection, { description: 'Bookings of a hotel.' })
  bookings(
    @Arg('hotelId', () => ID, { description: 'The hotel.' }) hotelId: string,
    @Args(() => BookingListArgs) args: BookingListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsBooking>> {
    return hotelConnection(context, bookingList, hotelId, args, info)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsBooking, { nullable: true, description: 'A booking; null when there is none of this id.' })
  booking(
    @Arg('id', () => ID, { description: 'Our id of the booking.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsBooking | null> {
    return loaders.booking.load(id)
  }

  @FieldResolver(() => PmsGuest, { nullable: true, description: 'The guest’s profile; null until it is synced.' })
  guest(@Root() booking: Booking, @Ctx() { loaders }: ApiContext): Promise<PmsGuest | null> | null {
    const { hotelId, provider, guestExternalId: externalId } = booking
    return externalId === null ? null : loaders.guestByExternalId.load({ hotelId, provider, externalId })
  }

  @FieldResolver(() => PmsRoom, { nullable: true, description: 'The assigned room; null before assignment.' })
  room(@Root() booking: Booking, @Ctx() { loaders }: ApiContext): Promise<PmsRoom | null> | null {
    const { hotelId, provider, roomExternalId: externalId } = booking
    return externalId === null ? null : loaders.roomByExternalId.load({ hotelId, provider, externalId })
  }

  @FieldResolver(() => Hotel, { description: 'The hotel.' })
  hotel(@Root() { hotelId }: Booking): Hotel {
    return { id: hotelId }
  }

  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Subscription(() => PmsBooking, {
    description: 'Each booking of a hotel that a sync has stored, changed or marked as deleted, as it is now.',
    subscribe: ({ args, context }) => bookingChanges(context, args),
  })
  bookingChanged(
    @Arg('hotelId', () => ID, { description: 'The hotel.' }) _hotelId: string,
    @Root() booking: Booking,
  ): PmsBooking {
    return booking
  }
}
