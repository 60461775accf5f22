import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql'
import type { Hotel as HotelRow } from '../entities/hotel.ts'
import type { Connection } from '../schema/common/connection.ts'
import { Hotel, PmsRegistration, PmsRegistrationConnection } from '../schema/hotel.ts'
import { RegistrationListArgs } from '../schema/inputs/hotel.ts'
import type { ApiContext } from './access/context.ts'
import { hotelIdsOf, Policy } from './access/policy.ts'
import { registrationList } from './lists/registration.ts'

@Resolver(() => PmsRegistration)
export class RegistrationResolver {
  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsRegistrationConnection, { description: 'The viewer’s hotels that are registered with this service.' })
  registrations(
    @Args(() => RegistrationListArgs) args: RegistrationListArgs,
    @Ctx() { viewer, loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsRegistration>> {
    const viewerHotelIds = hotelIdsOf(viewer)
    const filter = { ...args.filter, ...(viewerHotelIds && { viewerHotelIds }) }
    return loaders.connections.load(registrationList, {}, { ...args, filter }, info)
  }

  @FieldResolver(() => Hotel, { description: 'The hotel that it belongs to.' })
  hotel(@Root() { id }: HotelRow): Hotel {
    return { id }
  }
}
