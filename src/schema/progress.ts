import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import type { SyncStatus } from '../entities/sync-log.ts'
import type { EntityType } from '../records/entity-type.ts'
import type { SyncPhase } from '../sync/events/progress.ts'
import { defineEnum } from './common/enum.ts'
import { DateTime, SafeInt } from './common/scalars.ts'
import { PmsEntityType, PmsSyncStatus } from './sync-log.ts'

export const PmsSyncPhase = defineEnum<SyncPhase>('PmsSyncPhase', 'What a run is doing right now.', {
  QUEUED: 'Waiting for a worker.',
  FETCHING: 'Reading from the PMS and storing.',
  WAITING: 'Waiting for the allowance of the PMS or for a retry; not a failure. See `waitingUntil`.',
  FINISHING: 'Everything is stored; looking for what the PMS no longer has.',
  ENDED: 'Ended; see `status`.',
})

@ObjectType({ simpleResolvers: true, description: 'One look at a run.' })
export class PmsSyncProgress {
  @Field(() => ID, { description: 'Id of the run.' })
  syncLogId!: string

  @Field(() => ID, { description: 'The hotel that is synced.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'What is brought.' })
  entityType!: EntityType

  @Field(() => PmsSyncStatus, { description: 'Where the run stands.' })
  status!: SyncStatus

  @Field(() => PmsSyncPhase, { description: 'What it is doing right now.' })
  phase!: SyncPhase

  @Field(() => SafeInt, { description: 'Grows with every event of a run.' })
  sequence!: number

  @Field(() => Int, { description: 'Items taken so far.' })
  processed!: number

  @Field(() => Int, { description: 'Items that were new.' })
  created!: number

  @Field(() => Int, { description: 'Items that changed.' })
  updated!: number

  @Field(() => Int, { description: 'Items that were stored already, just so.' })
  unchanged!: number

  @Field(() => Int, { description: 'Items that could not be stored.' })
  failed!: number

  @Field(() => Int, { description: 'Rows marked as deleted, since the PMS no longer has them: known at the end.' })
  deleted!: number

  @Field(() => Int, { nullable: true, description: 'Items announced by the PMS, when it says.' })
  total!: number | null

  @Field(() => Float, { nullable: true, description: 'Items per second.' })
  rate!: number | null

  @Field(() => SafeInt, { nullable: true, description: 'Estimated milliseconds to the end; null while unknown.' })
  etaMs!: number | null

  @Field(() => DateTime, { nullable: true, description: 'Until when it waits, while `phase` is WAITING.' })
  waitingUntil!: string | null

  @Field(() => String, { description: 'One sentence for a person.' })
  message!: string

  @Field(() => DateTime, { description: 'When this was so.' })
  at!: string
}
