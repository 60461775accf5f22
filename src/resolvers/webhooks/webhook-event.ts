import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { WebhookEventSummary } from '../../entities/webhook-event.ts'
import { omitNullish } from '../../platform/omit-nullish.ts'
import type { JsonObject } from '../../records/common.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { Hotel } from '../../schema/hotel.ts'
import { PmsWebhookReplayInput, WebhookEventListArgs } from '../../schema/inputs/webhook.ts'
import type { Result } from '../../schema/payloads.ts'
import { PmsWebhookEvent, PmsWebhookEventConnection, PmsWebhookReplayPayload } from '../../schema/webhook.ts'
import type { ApiContext } from '../access/context.ts'
import { ForEditors, Policy } from '../access/policy.ts'
import { webhookEventList } from '../lists/webhook-event.ts'
import { requireUuids } from '../loaders/uuid.ts'
import { hotelConnection } from '../paging/connection-loader.ts'

@Resolver(() => PmsWebhookEvent)
export class WebhookEventResolver {
  @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsWebhookEventConnection, { description: 'Messages that a hotel’s PMS has sent.' })
  webhookEvents(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Args(() => WebhookEventListArgs) args: WebhookEventListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsWebhookEvent>> {
    return hotelConnection(context, webhookEventList, hotelId, args, info)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsWebhookEvent, {
    nullable: true,
    description: 'A webhook event; null when there is none with this id.',
  })
  webhookEvent(
    @Arg('id', () => ID, { description: 'Id of the event in this service.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsWebhookEvent | null> {
    return loaders.webhookEvent.load(id)
  }

  @FieldResolver(() => Hotel, { description: 'The hotel that it belongs to.' })
  hotel(@Root() { hotelId }: WebhookEventSummary): Hotel {
    return { id: hotelId }
  }

  @FieldResolver()
  tries(@Root() { attempts }: WebhookEventSummary): number {
    return attempts
  }

  @ForEditors
  @FieldResolver()
  payload(@Root() { id }: WebhookEventSummary, @Ctx() { loaders }: ApiContext): Promise<JsonObject | null> {
    return loaders.webhookPayload.load(id)
  }

  @Policy<{ input: { hotelId: string } }>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
  @Mutation(() => PmsWebhookReplayPayload, {
    description: 'Processes webhook events again, with the full number of attempts. They keep their ids.',
  })
  async replayWebhookEvents(
    @Arg('input', () => PmsWebhookReplayInput, { description: 'The events to process again.' })
    input: PmsWebhookReplayInput,
    @Ctx() { inbox, viewer }: ApiContext,
  ): Promise<Result<PmsWebhookReplayPayload>> {
    const { hotelId, ids, filter, all, dryRun } = input
    requireUuids('ids', ids ?? [])
    const { provider, ...rest } = filter ?? {}
    const selection = { hotelId, all, ...omitNullish({ ids, provider, filter: filter && omitNullish(rest) }) }
    return { count: await inbox.replay({ ...selection, dryRun, actor: viewer?.subject ?? '' }) }
  }
}
