import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import type { SyncStatus } from '../entities/sync-log.ts'
import type { EntityType } from '../records/entity-type.ts'
import type { SyncPhase } from '../sync/events/progress.ts'
import { defineEnum } from './common/enum.ts'
import { DateTime, SafeInt } from './common/scalars.ts'
import { PmsEntityType, PmsSyncStatus } from './sync-log.ts'

export const PmsSyncPhase = defineEnum<SyncPhase>('PmsSyncPhase', 'What a sync is doing at the moment.', {
  QUEUED: 'Waiting for a worker.',
  FETCHING: 'Fetching from the PMS and storing.',
  WAITING: 'Waiting for the rate limit of the PMS or for a retry, until `waitingUntil`. This is not a failure.',
  FINISHING: 'Everything is stored; marking what the PMS no longer has.',
  ENDED: 'Ended; see `status`.',
})

@ObjectType({ simpleResolvers: true, description: 'Progress of a sync at one moment.' })
export class PmsSyncProgress {
  @Field(() => ID, { description: 'Id of the sync.' })
  syncLogId!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Entity type that is synced.' })
  entityType!: EntityType

  @Field(() => String, { description: 'Slice of the entity type, such as NEAR; empty where it is synced as one.' })
  slice!: string

  @Field(() => PmsSyncStatus, { description: 'Status of the sync.' })
  status!: SyncStatus

  @Field(() => PmsSyncPhase, { description: 'What the sync is doing at the moment.' })
  phase!: SyncPhase

  @Field(() => SafeInt, { description: 'Increases with each event of a sync.' })
  sequence!: number

  @Field(() => Int, { description: 'Items processed so far.' })
  processed!: number

  @Field(() => Int, { description: 'Items that were new.' })
  created!: number

  @Field(() => Int, { description: 'Items that changed.' })
  updated!: number

  @Field(() => Int, { description: 'Items that had not changed.' })
  unchanged!: number

  @Field(() => Int, { description: 'Items that could not be stored.' })
  failed!: number

  @Field(() => Int, { description: 'Rows marked as deleted, since the PMS no longer has them; known at the end.' })
  deleted!: number

  @Field(() => Int, { nullable: true, description: 'Items to expect in total; null when the PMS does not say.' })
  total!: number | null

  @Field(() => Float, { nullable: true, description: 'Items processed per second.' })
  rate!: number | null

  @Field(() => SafeInt, { nullable: true, description: 'Estimated milliseconds to the end; null while unknown.' })
  etaMs!: number | null

  @Field(() => DateTime, { nullable: true, description: 'End of the wait, while `phase` is WAITING.' })
  waitingUntil!: string | null

  @Field(() => String, { description: 'The progress in one sentence, for a person.' })
  message!: string

  @Field(() => DateTime, { description: 'Time of this progress.' })
  at!: string
}
