import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Housekeeping } from '../../entities/synced/housekeeping.ts'
import type { Stay } from '../../records/housekeeping.ts'
import { PmsHousekeeping, PmsStay } from '../../schema/synced/housekeeping.ts'
import { PmsRoom } from '../../schema/synced/room.ts'
import type { ApiContext } from '../access/context.ts'

@Resolver(() => PmsHousekeeping)
export class HousekeepingResolver {
  @FieldResolver(() => PmsStay, {
    description: 'What guests do in the room on that day: as the PMS says, else as its bookings say.',
  })
  stay(@Root() { id, stay }: Housekeeping, @Ctx() { loaders }: ApiContext): Stay | Promise<Stay> {
    return stay ?? loaders.stay.load(id)
  }

  @FieldResolver(() => PmsRoom, { nullable: true, description: 'The room; null until it is synced.' })
  room(
    @Root() { hotelId, provider, externalId }: Housekeeping,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsRoom | null> {
    return loaders.rowsByExternalId.ROOM.load({ hotelId, provider, externalId })
  }
}
