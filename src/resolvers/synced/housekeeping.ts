import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Housekeeping } from '../../entities/synced/housekeeping.ts'
import { PmsHousekeeping } from '../../schema/synced/housekeeping.ts'
import { PmsRoom } from '../../schema/synced/room.ts'
import type { ApiContext } from '../access/context.ts'

@Resolver(() => PmsHousekeeping)
export class HousekeepingResolver {
  @FieldResolver(() => PmsRoom, { nullable: true, description: 'The room; null until it is synced.' })
  room(
    @Root() { hotelId, provider, externalId }: Housekeeping,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsRoom | null> {
    return loaders.rowsByExternalId.ROOM.load({ hotelId, provider, externalId })
  }
}
