import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { WebhookEventStatus } from '../entities/webhook-event.ts'
import type { JsonObject } from '../records/common.ts'
import type { EntityType } from '../records/entity-type.ts'
import { connectionOf } from './common/connection.ts'
import { defineEnum } from './common/enum.ts'
import { Payload } from './common/error.ts'
import { DateTime, JsonObjectScalar } from './common/scalars.ts'
import { PmsConfiguration } from './configuration.ts'
import { PmsEntityType } from './sync-log.ts'

export const PmsWebhookEventStatus = defineEnum<WebhookEventStatus>(
  'PmsWebhookEventStatus',
  'Status of a webhook event.',
  {
    RECEIVED: 'Stored, waiting for a worker.',
    PROCESSED: 'Processed: the items that it is about were fetched and stored.',
    IGNORED: 'Not about anything that is synced.',
    FAILED: 'Failed; another attempt follows.',
    DEAD: 'Failed on all attempts; `replayWebhookEvents` processes it again.',
  },
)

@ObjectType({ simpleResolvers: true, description: 'An item that a webhook event is about.' })
export class PmsWebhookSubject {
  @Field(() => PmsEntityType, { description: 'Entity type of the item.' })
  entityType!: EntityType

  @Field(() => String, { description: 'Id at the PMS.' })
  externalId!: string
}

@ObjectType({
  simpleResolvers: true,
  description: 'A message of a PMS in the inbox, with the result of processing it.',
})
export class PmsWebhookEvent {
  @Field(() => ID, { description: 'Id in this service. A replay keeps it.' })
  id!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => String, { nullable: true, description: 'Id of the event at the PMS; null when it has none.' })
  eventId!: string | null

  @Field(() => String, { description: 'Type of the event, as the PMS names it.' })
  eventType!: string

  @Field(() => [PmsWebhookSubject], { description: 'Items that the event is about.' })
  subjects!: PmsWebhookSubject[]

  @Field(() => PmsWebhookEventStatus, { description: 'Status of the event.' })
  status!: WebhookEventStatus

  @Field(() => Int, { description: 'How often the PMS has sent it.' })
  deliveries!: number

  @Field(() => Int, { description: 'Number of attempts to process it.' })
  tries?: number

  @Field(() => DateTime, { nullable: true, description: 'When it happened; null when the PMS does not say.' })
  occurredAt!: Date | null

  @Field(() => DateTime, { description: 'When it was first received.' })
  receivedAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When the next attempt is due; null when there is none.' })
  nextAttemptAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was last processed; null before the first attempt.' })
  processedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Stable code of the error; null without one.' })
  errorCode!: string | null

  @Field(() => String, { nullable: true, description: 'Why it failed or was ignored, for a person.' })
  reason!: string | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'The message, without secrets and card numbers. Without ADMIN_EDIT: null.',
  })
  payload?: JsonObject | null
}

export const PmsWebhookEventConnection = connectionOf(PmsWebhookEvent)

@ObjectType({ simpleResolvers: true, description: 'Where a PMS sends its webhooks.' })
export class PmsWebhookEndpoint {
  @Field(() => String, {
    description:
      'URL of the endpoint. Of its key only the last characters are shown; the whole key is shown once, when it is created.',
  })
  url!: string

  @Field(() => Boolean, { description: 'Whether the URL has a key; `rotateWebhookSecret` creates one.' })
  hasKey!: boolean

  @Field(() => String, { description: 'URL for senders of bookings in the format of this service.' })
  bookingsUrl!: string

  @Field(() => [String], { description: 'Headers that authenticate a message; empty when the PMS sends none.' })
  headerNames!: string[]

  @Field(() => String, { description: 'Text for the support of the PMS that says how to set the webhooks up.' })
  instructions!: string

  @Field(() => DateTime, { nullable: true, description: 'When the key was created.' })
  rotatedAt!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the previous key is accepted; null when there is none.',
  })
  previousUntil!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When the last message was received; null before the first.' })
  lastEventAt!: Date | null

  @Field(() => Int, {
    description: 'Number of messages that were refused because of their signature or age. Their content is not kept.',
  })
  refusedCount!: number

  @Field(() => DateTime, { nullable: true, description: 'When the last message was refused; null when none was.' })
  lastRefusedAt!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when messages may have been lost; null again once a sync has caught up.',
  })
  backfillOwedSince!: Date | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Payload of `rotateWebhookSecret`. The key and the secret are shown only once.',
})
export class PmsWebhookSecretPayload extends Payload {
  @Field(() => PmsConfiguration, { nullable: true, description: 'The configuration.' })
  configuration?: PmsConfiguration | null

  @Field(() => String, {
    nullable: true,
    description: 'Complete URL with the key. Share it with the PMS only.',
  })
  url?: string | null

  @Field(() => String, { nullable: true, description: 'Key in the URL.' })
  key?: string | null

  @Field(() => String, { nullable: true, description: 'Secret that the PMS signs its messages with.' })
  secret?: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the previous key and secret are accepted; null when there were none.',
  })
  previousUntil?: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `replayWebhookEvents`.' })
export class PmsWebhookReplayPayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description: 'Number of events that are processed again, or with `dryRun` would be.',
  })
  count?: number | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `sendTestWebhook`.' })
export class PmsWebhookTestPayload extends Payload {
  @Field(() => PmsWebhookEvent, { nullable: true, description: 'The test event, which is processed shortly after.' })
  event?: PmsWebhookEvent | null
}
