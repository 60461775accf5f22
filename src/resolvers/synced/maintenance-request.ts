import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { MaintenanceRequest } from '../../entities/synced/maintenance-request.ts'
import { PmsMaintenanceRequest } from '../../schema/synced/maintenance-request.ts'
import { PmsRoom } from '../../schema/synced/room.ts'
import type { ApiContext } from '../access/context.ts'

@Resolver(() => PmsMaintenanceRequest)
export class MaintenanceRequestResolver {
  @FieldResolver(() => PmsRoom, {
    nullable: true,
    description: 'The room; null when it is about none, and until it is synced.',
  })
  room(@Root() request: MaintenanceRequest, @Ctx() { loaders }: ApiContext): Promise<PmsRoom | null> | null {
    const { hotelId, provider, roomExternalId: externalId } = request
    return externalId === null ? null : loaders.rowsByExternalId.ROOM.load({ hotelId, provider, externalId })
  }
}
