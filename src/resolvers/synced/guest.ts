import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import type { Guest } from '../../entities/synced/guest.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { BookingListArgs } from '../../schema/inputs/synced/booking.ts'
import { type PmsBooking, PmsBookingConnection } from '../../schema/synced/booking.ts'
import { PmsGuest } from '../../schema/synced/guest.ts'
import type { ApiContext } from '../access/context.ts'
import { bookingList } from '../lists/booking.ts'

@Resolver(() => PmsGuest)
export class GuestResolver {
  @FieldResolver(() => PmsBookingConnection, { description: 'Bookings of the guest.' })
  bookings(
    @Root() { hotelId, provider, externalId }: Guest,
    @Args(() => BookingListArgs) args: BookingListArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsBooking>> {
    return loaders.connections.load(bookingList, { hotelId, provider, guestExternalId: externalId }, args, info)
  }
}
