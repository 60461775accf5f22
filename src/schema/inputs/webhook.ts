import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import type { WebhookEventStatus } from '../../entities/webhook-event.ts'
import { defineOrderFields } from '../common/enum.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsWebhookEventStatus } from '../webhook.ts'
import { PmsConfigurationKey } from './configuration.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Narrows webhook events; everything given must hold.' })
export class PmsWebhookEventFilter {
  @Field(() => [PmsWebhookEventStatus], { nullable: true, description: 'Has one of these states.' })
  status?: WebhookEventStatus[] | null

  @Field(() => String, { nullable: true, description: 'Came from the provider of this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Is of this type.' })
  eventType?: string | null

  @Field(() => String, { nullable: true, description: 'Is about the item of this id at the PMS.' })
  externalId?: string | null

  @Field(() => DateTime, { nullable: true, description: 'Came then or later.' })
  receivedFrom?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Came before then.' })
  receivedTo?: Date | null
}

export const PmsWebhookEventOrderField = defineOrderFields('PmsWebhookEventOrderField', {
  RECEIVED_AT: ['id', 'When it came first.'],
})
export const PmsWebhookEventOrder = orderInputOf('PmsWebhookEvent', PmsWebhookEventOrderField)

@ArgsType()
export class WebhookEventListArgs extends PageArgs {
  @Field(() => PmsWebhookEventFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsWebhookEventFilter | null

  @Field(() => PmsWebhookEventOrder, { nullable: true, description: 'Orders the list; newest first if not given.' })
  orderBy?: Order<(typeof PmsWebhookEventOrderField)[string]> | null
}

@InputType({ description: 'Whose key and secret to replace.' })
export class PmsWebhookSecretInput extends PmsConfigurationKey {
  @Field(() => Int, {
    nullable: true,
    description: 'How many hours the ones before are accepted too: 24 if not given, 0 to 168.',
  })
  overlapHours?: number | null

  @Field(() => String, { nullable: true, description: 'A secret that the PMS made; otherwise one is made here.' })
  secret?: string | null
}

@InputType({ description: 'Which webhook events to process once more: exactly one of `ids`, `filter` and `all`.' })
export class PmsWebhookReplayInput {
  @Field(() => ID, { description: 'The hotel.' })
  hotelId!: string

  @Field(() => [ID], { nullable: true, description: 'These.' })
  ids?: string[] | null

  @Field(() => PmsWebhookEventFilter, { nullable: true, description: 'Those that match; waiting ones are left alone.' })
  filter?: PmsWebhookEventFilter | null

  @Field(() => Boolean, { defaultValue: false, description: 'All that are dead.' })
  all!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Only count them.' })
  dryRun!: boolean
}
