import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql'
import { PmsIntegrationError } from '../errors.ts'
import { registerHotel } from '../hotels/hotels.ts'
import { removeHotel } from '../hotels/remove-hotel.ts'
import { revealPersonalData } from '../hotels/reveal-personal-data.ts'
import { updateHotel } from '../hotels/update-hotel.ts'
import type { Connection } from '../schema/common/connection.ts'
import { type PmsConfiguration, PmsConfigurationConnection } from '../schema/configuration.ts'
import { Hotel, PmsRegistration } from '../schema/hotel.ts'
import { ConfigurationListArgs } from '../schema/inputs/configuration.ts'
import { PmsHotelInput, PmsHotelRemovalInput, PmsHotelUpdateInput } from '../schema/inputs/hotel.ts'
import { SyncLogListArgs } from '../schema/inputs/sync-log.ts'
import { PmsHotelPayload, PmsHotelRemovalPayload, PmsRevealPayload, type Result } from '../schema/payloads.ts'
import { type PmsSyncLog, PmsSyncLogConnection } from '../schema/sync-log.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'
import { configurationList } from './lists/configuration.ts'
import { syncLogList } from './lists/sync-log.ts'

/**
 * What this subgraph adds to hotels. All of it is nullable, so that trouble here leaves the rest of a hotel, which other
 * subgraphs answer for, whole.
 */
@Resolver(() => Hotel)
export class HotelResolver {
  @FieldResolver(() => PmsRegistration, {
    nullable: true,
    description: 'The hotel as it is registered in this service.',
  })
  pmsRegistration(@Root() { id }: Hotel, @Ctx() { loaders }: ApiContext): Promise<PmsRegistration | null> {
    return loaders.hotel.load(id)
  }

  @FieldResolver(() => PmsSyncLogConnection, { nullable: true, description: 'Syncs of the hotel.' })
  syncLogs(
    @Root() { id }: Hotel,
    @Args(() => SyncLogListArgs) args: SyncLogListArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsSyncLog>> {
    return loaders.connections.load(syncLogList, { hotelId: id }, args, info)
  }

  @FieldResolver(() => PmsConfigurationConnection, {
    nullable: true,
    description: 'Connections of the hotel to PMS providers.',
  })
  configurations(
    @Root() { id }: Hotel,
    @Args(() => ConfigurationListArgs) args: ConfigurationListArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsConfiguration>> {
    return loaders.connections.load(configurationList, { hotelId: id }, args, info)
  }

  @Policy<{ input: PmsHotelInput }>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.id })
  @Mutation(() => PmsHotelPayload, { description: 'Registers a hotel with this service, or changes its registration.' })
  async registerHotel(
    @Arg('input', () => PmsHotelInput, { description: 'The hotel to register.' }) input: PmsHotelInput,
    @Ctx() { database, viewer }: ApiContext,
  ): Promise<Result<PmsHotelPayload>> {
    if (!input.id && viewer?.hotelIds !== '*') {
      throw new PmsIntegrationError('FORBIDDEN', 'Only a token for all hotels can register a hotel without an `id`.', {
        field: 'id',
      })
    }
    return { hotel: await registerHotel(database, { ...input, changedBy: viewer?.subject }) }
  }
  @Policy<{ input: PmsHotelUpdateInput }>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
  @Mutation(() => PmsHotelPayload, {
    description: 'Changes a hotel’s name, time zone or currency; noted in the audit trail.',
  })
  async updateHotel(
    @Arg('input', () => PmsHotelUpdateInput, { description: 'What to change.' }) input: PmsHotelUpdateInput,
    @Ctx() { database, viewer }: ApiContext,
  ): Promise<Result<PmsHotelPayload>> {
    return { hotel: await updateHotel(database, { ...input, changedBy: viewer?.subject ?? '' }) }
  }

  @Policy<{ input: PmsHotelRemovalInput }>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
  @Mutation(() => PmsHotelRemovalPayload, {
    description:
      'Removes a hotel with everything that is stored of it, for good; only the audit trail stays, until it expires.',
  })
  async removeHotel(
    @Arg('input', () => PmsHotelRemovalInput, { description: 'What to remove.' }) input: PmsHotelRemovalInput,
    @Ctx() { database, viewer }: ApiContext,
  ): Promise<Result<PmsHotelRemovalPayload>> {
    return { removedHotelId: await removeHotel(database, { ...input, removedBy: viewer?.subject ?? '' }) }
  }

  @Policy<{ hotelId: string }>({ permission: 'ADMIN_EDIT', hotel: ({ hotelId }) => hotelId })
  @Mutation(() => PmsRevealPayload, {
    description:
      'Notes in the audit trail that the viewer has guests’ personal data of a hotel shown. Who shows it asks for this first.',
  })
  async revealPersonalData(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Ctx() { database, viewer }: ApiContext,
  ): Promise<Result<PmsRevealPayload>> {
    return { revealedAt: await revealPersonalData(database, hotelId, viewer?.subject ?? '') }
  }
}
