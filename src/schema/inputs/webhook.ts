import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import type { WebhookEventStatus } from '../../entities/webhook-event.ts'
import { defineOrderFields } from '../common/enum.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsWebhookEventStatus } from '../webhook.ts'
import { PmsConfigurationKey } from './configuration.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Conditions on webhook events; all of them have to hold.' })
export class PmsWebhookEventFilter {
  @Field(() => [PmsWebhookEventStatus], { nullable: true, description: 'Status is one of these.' })
  status?: WebhookEventStatus[] | null

  @Field(() => String, { nullable: true, description: 'Provider has this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Event type equals this.' })
  eventType?: string | null

  @Field(() => String, { nullable: true, description: 'About the item with this id at the PMS.' })
  externalId?: string | null

  @Field(() => DateTime, { nullable: true, description: 'Received at or after this time.' })
  receivedFrom?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Received before this time.' })
  receivedTo?: Date | null
}

export const PmsWebhookEventOrderField = defineOrderFields('PmsWebhookEventOrderField', {
  RECEIVED_AT: ['id', 'When it was first received.'],
})
export const PmsWebhookEventOrder = orderInputOf('PmsWebhookEvent', PmsWebhookEventOrderField)

@ArgsType()
export class WebhookEventListArgs extends PageArgs {
  @Field(() => PmsWebhookEventFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsWebhookEventFilter | null

  @Field(() => PmsWebhookEventOrder, { nullable: true, description: 'Orders the list; newest first if not given.' })
  orderBy?: Order<(typeof PmsWebhookEventOrderField)[string]> | null
}

@InputType({ description: 'The configuration whose webhook key and secret to replace.' })
export class PmsWebhookSecretInput extends PmsConfigurationKey {
  @Field(() => Int, {
    nullable: true,
    description: 'Hours for which the previous key and secret stay valid, from 0 to 168; 24 by default.',
  })
  overlapHours?: number | null

  @Field(() => String, {
    nullable: true,
    description: 'Secret that the PMS generated; one is generated here when left out.',
  })
  secret?: string | null
}

@InputType({ description: 'Webhook events to process again: exactly one of `ids`, `filter` and `all`.' })
export class PmsWebhookReplayInput {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => [ID], { nullable: true, description: 'Ids of the events.' })
  ids?: string[] | null

  @Field(() => PmsWebhookEventFilter, {
    nullable: true,
    description: 'Events that match; those that are waiting anyway are left out.',
  })
  filter?: PmsWebhookEventFilter | null

  @Field(() => Boolean, { defaultValue: false, description: 'All dead events.' })
  all!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Only count, change nothing.' })
  dryRun!: boolean
}
