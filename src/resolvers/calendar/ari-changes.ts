import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Query, Resolver, Root, Subscription } from 'type-graphql'
import type { CalendarChange } from '../../calendar/read-changes.ts'
import { PmsAriChange, PmsAriChangeConnection } from '../../schema/ari-change.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { AriChangeArgs } from '../../schema/inputs/ari-change.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'
import { ariChanges } from '../streams/ari-changes.ts'
import { ariChangePage } from './ari-change-page.ts'

const ofHotel = Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })

@Resolver()
export class AriChangesResolver {
  @ofHotel
  @Query(() => PmsAriChangeConnection, {
    description: 'What changed in rates and availability of a hotel, in the order in which it was stored.',
  })
  ariChanges(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Args(() => AriChangeArgs) args: AriChangeArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<CalendarChange>> {
    return ariChangePage(context, hotelId, args, info)
  }

  @ofHotel
  @Subscription(() => PmsAriChange, {
    description: 'Ranges of rates and availability of a hotel that have just changed.',
    subscribe: ({ args, context }) => ariChanges(context, args),
  })
  ariChanged(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) _hotelId: string,
    @Root() change: CalendarChange,
  ): CalendarChange {
    return change
  }
}
