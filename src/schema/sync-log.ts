import { Directive, Field, ID, Int, ObjectType } from 'type-graphql'
import type { SyncOperation, SyncStatus, SyncTrigger } from '../entities/sync-log.ts'
import type { JsonObject } from '../records/common.ts'
import { type EntityType, forEachType, recordTypes } from '../records/entity-type.ts'
import { connectionOf } from './common/connection.ts'
import { defineEnum } from './common/enum.ts'
import { DateTime, JsonObjectScalar } from './common/scalars.ts'

export const PmsEntityType = defineEnum<EntityType>(
  'PmsEntityType',
  'What a sync brings.',
  forEachType((type) => recordTypes[type].words.says),
)

export const PmsSyncStatus = defineEnum<SyncStatus>('PmsSyncStatus', 'Where a sync stands.', {
  QUEUED: 'Waiting for a worker.',
  RUNNING: 'At work, or waiting for the allowance of the PMS.',
  COMPLETED: 'Ended; everything was brought.',
  PARTIAL: 'Ended; some items could not be stored and are kept as failures.',
  FAILED: 'Ended before everything was brought; what was stored stays, and `errorCode` says why.',
  CANCELLED: 'Ended by a person; what was stored stays.',
})

export const PmsSyncOperation = defineEnum<SyncOperation>('PmsSyncOperation', 'How much a sync looks at.', {
  FULL: 'Everything, ignoring what is known.',
  INCREMENTAL: 'What changed since the last complete sync, or since a given instant.',
  WEBHOOK: 'What webhooks told of.',
  REPLAY: 'Failures, once more.',
})

export const PmsSyncTrigger = defineEnum<SyncTrigger>('PmsSyncTrigger', 'What started a sync.', {
  MANUAL: 'A person.',
  SCHEDULED: 'The schedule of the configuration.',
  WEBHOOK: 'A webhook of the PMS.',
  REPLAY: 'A person who replays failures.',
  GAP: 'Webhooks that may have been lost: silence of the PMS, a stop of ours, or a new endpoint.',
})

@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description: 'One run of a sync. `itemsProcessed` is the sum of created, updated, unchanged and failed.',
})
export class PmsSyncLog {
  @Field(() => ID, { description: 'Id of the run.' })
  id!: string

  @Field(() => ID, { description: 'The hotel that is synced.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'What is brought.' })
  entityType!: EntityType

  @Field(() => PmsSyncOperation, { description: 'How much is looked at.' })
  operation!: SyncOperation

  @Field(() => PmsSyncTrigger, { description: 'What started it.' })
  trigger!: SyncTrigger

  @Field(() => String, { nullable: true, description: 'Who or what asked for it.' })
  triggeredBy!: string | null

  @Field(() => PmsSyncStatus, { description: 'Where it stands.' })
  status!: SyncStatus

  @Field(() => Int, { description: 'Items taken so far.' })
  itemsProcessed!: number

  @Field(() => Int, { description: 'Items that could not be stored; see `failures`.' })
  itemsFailed!: number

  @Field(() => Int, { description: 'Items that were new.' })
  itemsCreated!: number

  @Field(() => Int, { description: 'Items that changed.' })
  itemsUpdated!: number

  @Field(() => Int, { description: 'Items that were stored already, just so.' })
  itemsUnchanged!: number

  @Field(() => Int, { description: 'Rows marked as deleted, since the PMS no longer has them.' })
  itemsDeleted!: number

  @Field(() => Int, { nullable: true, description: 'Items announced by the PMS, when it says.' })
  itemsTotal!: number | null

  @Field(() => DateTime, { description: 'When it was asked for.' })
  queuedAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When a worker took it.' })
  startedAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  completedAt!: Date | null

  @Field(() => Int, { nullable: true, description: 'Milliseconds from start to end.' })
  duration!: number | null

  @Field(() => String, { nullable: true, description: 'Stable code of what went wrong.' })
  errorCode!: string | null

  @Field(() => String, { nullable: true, description: 'What went wrong, for a person.' })
  errorSummary!: string | null

  @Field(() => JsonObjectScalar, { nullable: true, description: 'What was asked for, and further facts of the run.' })
  metadata!: JsonObject | null

  @Field(() => DateTime, { nullable: true, description: 'When someone asked to cancel it.' })
  cancelRequestedAt!: Date | null
}

export const PmsSyncLogConnection = connectionOf(PmsSyncLog)
