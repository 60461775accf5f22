import { Directive, Field, ID, Int, ObjectType } from 'type-graphql'
import type { SyncOperation, SyncStatus, SyncTrigger } from '../entities/sync-log.ts'
import type { UnreadValue } from '../entities/unread-value.ts'
import type { JsonObject } from '../records/common.ts'
import { type EntityType, forEachType, recordTypes } from '../records/entity-type.ts'
import { connectionOf } from './common/connection.ts'
import { defineEnum } from './common/enum.ts'
import { DateTime, JsonObjectScalar } from './common/scalars.ts'

export const PmsEntityType = defineEnum<EntityType>(
  'PmsEntityType',
  'Type of entity that is synced.',
  forEachType((type) => recordTypes[type].words.says),
)

export const PmsSyncStatus = defineEnum<SyncStatus>('PmsSyncStatus', 'Status of a sync.', {
  QUEUED: 'Waiting for a worker.',
  RUNNING: 'In progress, or waiting for the rate limit of the PMS.',
  COMPLETED: 'Ended; everything was stored.',
  PARTIAL: 'Ended; some items could not be stored and are kept as failures.',
  FAILED: 'Ended early, with `errorCode`; what was stored stays.',
  CANCELLED: 'Stopped by a person; what was stored stays.',
})

export const PmsSyncOperation = defineEnum<SyncOperation>('PmsSyncOperation', 'How much a sync fetches.', {
  FULL: 'Everything, whatever is stored already.',
  INCREMENTAL: 'What changed since the last complete sync, or since a given time.',
  WEBHOOK: 'What webhooks reported.',
  REPLAY: 'Failed items again.',
})

export const PmsSyncTrigger = defineEnum<SyncTrigger>('PmsSyncTrigger', 'What started a sync.', {
  MANUAL: 'A person.',
  SCHEDULED: 'The schedule of the configuration.',
  WEBHOOK: 'A webhook of the PMS.',
  REPLAY: 'A person who replayed failures.',
  GAP: 'Webhooks may have been lost: after silence of the PMS, downtime of this service, or a new endpoint.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'A kind of value that a sync could not read; the item is stored without it.',
})
export class PmsUnreadValue implements UnreadValue {
  @Field(() => String, { description: 'Dotted path of the field at the PMS or here; `*` for any entry of a list.' })
  path!: string

  @Field(() => String, { description: 'What was there: a word of the PMS, or what kind of value it is.' })
  found!: string

  @Field(() => String, { description: 'What is stored instead; `null` when nothing is.' })
  used!: string

  @Field(() => Int, { description: 'How often.' })
  count!: number

  @Field(() => String, { description: 'Id of the first item with it at the PMS.' })
  externalId!: string
}

@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description: 'One run of a sync. `itemsProcessed` is the sum of created, updated, unchanged and failed items.',
})
export class PmsSyncLog {
  @Field(() => ID, { description: 'Id of the sync.' })
  id!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Entity type that is synced.' })
  entityType!: EntityType

  @Field(() => String, { description: 'Slice of the entity type, such as NEAR; empty where it is synced as one.' })
  slice!: string

  @Field(() => PmsSyncOperation, { description: 'How much the sync fetches.' })
  operation!: SyncOperation

  @Field(() => PmsSyncTrigger, { description: 'What started the sync.' })
  trigger!: SyncTrigger

  @Field(() => String, { nullable: true, description: 'Who requested the sync; null when nobody in particular did.' })
  triggeredBy!: string | null

  @Field(() => PmsSyncStatus, { description: 'Status of the sync.' })
  status!: SyncStatus

  @Field(() => Int, { description: 'Items processed so far.' })
  itemsProcessed!: number

  @Field(() => Int, { description: 'Items that could not be stored; see `failures`.' })
  itemsFailed!: number

  @Field(() => Int, { description: 'Items that were new.' })
  itemsCreated!: number

  @Field(() => Int, { description: 'Items that changed.' })
  itemsUpdated!: number

  @Field(() => Int, { description: 'Items that had not changed.' })
  itemsUnchanged!: number

  @Field(() => Int, {
    description:
      'Of the unchanged, items that the PMS sent in an older version than the stored one; a full sync takes its word.',
  })
  itemsHeldBack!: number

  @Field(() => Int, { description: 'Of the unchanged, items that the PMS sent more than once.' })
  itemsDuplicate!: number

  @Field(() => Int, {
    description:
      'Values of stored items that could not be read, and are null or a default instead; see `unreadValues`.',
  })
  unreadCount!: number

  @Field(() => [PmsUnreadValue], {
    description: 'The first 20 kinds of values that could not be read, by field, what was there and what is stored.',
  })
  unreadValues!: readonly UnreadValue[]

  @Field(() => Int, { description: 'Rows marked as deleted, since the PMS no longer has them.' })
  itemsDeleted!: number

  @Field(() => Int, { nullable: true, description: 'Items to expect in total; null when the PMS does not say.' })
  itemsTotal!: number | null

  @Field(() => DateTime, { description: 'When the sync was requested.' })
  queuedAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When a worker started the sync.' })
  startedAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When the sync ended.' })
  completedAt!: Date | null

  @Field(() => Int, { nullable: true, description: 'Duration in milliseconds, from start to end.' })
  duration!: number | null

  @Field(() => String, { nullable: true, description: 'Stable code of the error; null without one.' })
  errorCode!: string | null

  @Field(() => String, { nullable: true, description: 'What went wrong, for a person; null without an error.' })
  errorSummary!: string | null

  @Field(() => JsonObjectScalar, { nullable: true, description: 'Parameters of the sync and further details.' })
  metadata!: JsonObject | null

  @Field(() => DateTime, { nullable: true, description: 'When the sync was asked to stop; null when it was not.' })
  cancelRequestedAt!: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'An item that a sync could not store.' })
export class PmsFailedItem {
  @Field(() => String, { nullable: true, description: 'Id of the item at the PMS; null when it could not be read.' })
  externalId!: string | null

  @Field(() => String, { description: 'Stable code of the error.' })
  errorCode!: string

  @Field(() => String, { nullable: true, description: 'Dotted path of the invalid field.' })
  path!: string | null

  @Field(() => String, { description: 'Why the item could not be stored, for a person.' })
  reason!: string
}

@ObjectType({ simpleResolvers: true, description: 'What went wrong in a sync.' })
export class PmsErrorReport {
  @Field(() => String, { nullable: true, description: 'Stable code; null when only some items failed.' })
  code!: string | null

  @Field(() => String, { description: 'What went wrong, for a person.' })
  message!: string

  @Field(() => Int, { description: 'Number of items that could not be stored.' })
  failedItems!: number

  @Field(() => [PmsFailedItem], { description: 'The first 20 of these items; see `failures` for all of them.' })
  items!: readonly PmsFailedItem[]
}

export const PmsSyncLogConnection = connectionOf(PmsSyncLog)
