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
  'What became of a webhook event.',
  {
    RECEIVED: 'Stored; waits for a worker.',
    PROCESSED: 'What it is about was looked at and stored.',
    IGNORED: 'It concerns nothing that is synced.',
    FAILED: 'Could not be processed; another try follows.',
    DEAD: 'Has had all its tries; `replayWebhookEvents` gives it new ones.',
  },
)

@ObjectType({ simpleResolvers: true, description: 'Something that a webhook event is about.' })
export class PmsWebhookSubject {
  @Field(() => PmsEntityType, { description: 'What it is.' })
  entityType!: EntityType

  @Field(() => String, { description: 'Its id at the PMS.' })
  externalId!: string
}

@ObjectType({ simpleResolvers: true, description: 'A message of a PMS in the inbox, and what became of it.' })
export class PmsWebhookEvent {
  @Field(() => ID, { description: 'Our id; a replay keeps it.' })
  id!: string

  @Field(() => ID, { description: 'The hotel that it is about.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider that sent it.' })
  provider!: string

  @Field(() => String, { nullable: true, description: 'Its id at the PMS, where there is one.' })
  eventId!: string | null

  @Field(() => String, { description: 'What happened, in the words of the PMS.' })
  eventType!: string

  @Field(() => [PmsWebhookSubject], { description: 'What it is about.' })
  subjects!: PmsWebhookSubject[]

  @Field(() => PmsWebhookEventStatus, { description: 'What became of it.' })
  status!: WebhookEventStatus

  @Field(() => Int, { description: 'How often it came.' })
  deliveries!: number

  @Field(() => Int, { description: 'How often it was tried to process it.' })
  tries?: number

  @Field(() => DateTime, { nullable: true, description: 'When it happened, where the PMS says.' })
  occurredAt!: Date | null

  @Field(() => DateTime, { description: 'When it came first.' })
  receivedAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When the next try is due; null when there is none.' })
  nextAttemptAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was processed last.' })
  processedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Stable code of why it could not be processed.' })
  errorCode!: string | null

  @Field(() => String, { nullable: true, description: 'Why it could not be processed or was ignored, for a person.' })
  reason!: string | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'The message, without secrets and card numbers. Only for ADMIN_EDIT; null for others.',
  })
  payload?: JsonObject | null
}

export const PmsWebhookEventConnection = connectionOf(PmsWebhookEvent)

@ObjectType({ simpleResolvers: true, description: 'Where a PMS sends its webhooks.' })
export class PmsWebhookEndpoint {
  @Field(() => String, {
    description: 'Its URL. The key in it was shown when it was made; here only its last characters are.',
  })
  url!: string

  @Field(() => Boolean, { description: 'Whether there is a key; `rotateWebhookSecret` makes one.' })
  hasKey!: boolean

  @Field(() => String, { description: 'URL for callers who send bookings in the format of this service.' })
  bookingsUrl!: string

  @Field(() => [String], { description: 'Headers that prove where a message comes from; empty if the PMS sends none.' })
  headerNames!: string[]

  @Field(() => String, { description: 'What to write to the support of the PMS.' })
  instructions!: string

  @Field(() => DateTime, { nullable: true, description: 'When the key was made.' })
  rotatedAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Until when the key before the last rotation is accepted.' })
  previousUntil!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When the last message came; null before the first.' })
  lastEventAt!: Date | null

  @Field(() => Int, {
    description:
      'Messages to this URL that were not signed as they should be, or too old. Nothing else is kept of them.',
  })
  refusedCount!: number

  @Field(() => DateTime, { nullable: true, description: 'When the last one was refused; null when none was.' })
  lastRefusedAt!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when messages may have been lost, until a sync has brought what they told of; mostly null.',
  })
  backfillOwedSince!: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `rotateWebhookSecret`. It is shown only now.' })
export class PmsWebhookSecretPayload extends Payload {
  @Field(() => PmsConfiguration, { nullable: true, description: 'The configuration.' })
  configuration?: PmsConfiguration | null

  @Field(() => String, {
    nullable: true,
    description: 'The whole URL, with the key: for the PMS, and for nobody else.',
  })
  url?: string | null

  @Field(() => String, { nullable: true, description: 'The key in the URL.' })
  key?: string | null

  @Field(() => String, { nullable: true, description: 'What the PMS signs its messages with.' })
  secret?: string | null

  @Field(() => DateTime, { nullable: true, description: 'Until when the key and secret before are accepted too.' })
  previousUntil?: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `replayWebhookEvents`.' })
export class PmsWebhookReplayPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many events are, or with `dryRun` would be, taken up again.' })
  count?: number | null
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `sendTestWebhook`.' })
export class PmsWebhookTestPayload extends Payload {
  @Field(() => PmsWebhookEvent, { nullable: true, description: 'The event; soon it will be PROCESSED.' })
  event?: PmsWebhookEvent | null
}
