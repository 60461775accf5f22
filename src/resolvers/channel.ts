import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import { listChannels } from '../distribution/rows.ts'
import {
  PmsChannel,
  PmsChannelInput,
  PmsChannelKey,
  PmsChannelPayload,
  PmsChannelRemovalPayload,
} from '../schema/channel.ts'
import type { Result } from '../schema/payloads.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'

type HotelInput = { input: { hotelId: string } }

@Resolver()
export class ChannelResolver {
  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => [PmsChannel], { description: 'Channels that a hotel’s prices and availability are sent to.' })
  async channels(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Ctx() { database }: ApiContext,
  ): Promise<PmsChannel[]> {
    return (await listChannels(database, hotelId)) as PmsChannel[]
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
  @Mutation(() => PmsChannelPayload, {
    description: 'Connects a hotel to a channel, or stores the connection anew: everything is sent again then.',
  })
  async connectChannel(
    @Arg('input', () => PmsChannelInput, { description: 'The connection to store.' }) input: PmsChannelInput,
    @Ctx() { distribution, viewer }: ApiContext,
  ): Promise<Result<PmsChannelPayload>> {
    return { channel: (await distribution.connect({ ...input, changedBy: viewer?.subject })) as PmsChannel }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
  @Mutation(() => PmsChannelRemovalPayload, {
    description: 'Ends the connection to a channel. What it sells stays as it is there: close it there first.',
  })
  async disconnectChannel(
    @Arg('input', () => PmsChannelKey, { description: 'The connection to end.' }) input: PmsChannelKey,
    @Ctx() { distribution, viewer }: ApiContext,
  ): Promise<Result<PmsChannelRemovalPayload>> {
    await distribution.disconnect({ ...input, changedBy: viewer?.subject })
    return { disconnected: true }
  }
}
