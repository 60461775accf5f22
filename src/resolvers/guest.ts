import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import type { Guest } from '../entities/guest.ts'
import { type PmsBooking, PmsBookingConnection } from '../schema/booking.ts'
import type { Connection } from '../schema/common/connection.ts'
import { PmsGuest, PmsGuestConnection } from '../schema/guest.ts'
import { Hotel } from '../schema/hotel.ts'
import { BookingListArgs } from '../schema/inputs/booking.ts'
import { GuestListArgs } from '../schema/inputs/guest.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'
import { bookingList } from './lists/booking.ts'
import { guestList } from './lists/guest.ts'
import { hotelConnection } from './paging/connection-loader.ts'

@Resolver(() => PmsGuest)
export class GuestResolver {
  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsGuestConnection, { description: 'Guest profiles of a hotel.' })
  guests(
    @Arg('hotelId', () => ID, { description: 'The hotel.' }) hotelId: string,
    @Args(() => GuestListArgs) args: GuestListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsGuest>> {
    return hotelConnection(context, guestList, hotelId, args, info)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsGuest, { nullable: true, description: 'A guest profile; null when there is none of this id.' })
  guest(
    @Arg('id', () => ID, { description: 'Our id of the profile.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsGuest | null> {
    return loaders.guest.load(id)
  }

  @FieldResolver(() => PmsBookingConnection, { description: 'Bookings of the guest.' })
  bookings(
    @Root() { hotelId, provider, externalId }: Guest,
    @Args(() => BookingListArgs) args: BookingListArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsBooking>> {
    return loaders.connections.load(bookingList, { hotelId, provider, guestExternalId: externalId }, args, info)
  }

  @FieldResolver(() => Hotel, { description: 'The hotel.' })
  hotel(@Root() { hotelId }: Guest): Hotel {
    return { id: hotelId }
  }
}
