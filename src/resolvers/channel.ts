import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { channelName } from '../distribution/registry.ts'
import { listChannels } from '../distribution/rows.ts'
import {
  PmsChannel,
  PmsChannelInput,
  PmsChannelKey,
  PmsChannelPauseInput,
  PmsChannelPayload,
  PmsChannelRemovalPayload,
} from '../schema/channel.ts'
import type { Result } from '../schema/payloads.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'

type HotelInput = { input: { hotelId: string } }

@Resolver(() => PmsChannel)
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
  @Mutation(() => PmsChannelPayload, {
    description:
      'Sends nothing to a channel until it is resumed. What it sells stays as it is there: close it there first.',
  })
  async pauseChannel(
    @Arg('input', () => PmsChannelPauseInput, { description: 'The channel, and why.' }) input: PmsChannelPauseInput,
    @Ctx() { distribution, viewer }: ApiContext,
  ): Promise<Result<PmsChannelPayload>> {
    return { channel: (await distribution.pause({ ...input, changedBy: viewer?.subject })) as PmsChannel }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
  @Mutation(() => PmsChannelPayload, { description: 'Sends to a channel again, everything first.' })
  async resumeChannel(
    @Arg('input', () => PmsChannelKey, { description: 'The channel.' }) input: PmsChannelKey,
    @Ctx() { distribution, viewer }: ApiContext,
  ): Promise<Result<PmsChannelPayload>> {
    return { channel: (await distribution.resume({ ...input, changedBy: viewer?.subject })) as PmsChannel }
  }

  @FieldResolver(() => String, { description: 'Its name, for people: `Channex`.' })
  name(@Root() { channel }: PmsChannel): string {
    return channelName(channel)
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
