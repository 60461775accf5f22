import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RoomBlock } from '../../entities/synced/room-block.ts'
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
}
