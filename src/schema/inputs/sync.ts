import { Field, ID, InputType, Int } from 'type-graphql'
import type { EntityType } from '../../records/entity-type.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsEntityType } from '../sync-log.ts'

@InputType({
  description:
    'A sync to start. Without `since` and `full` it fetches what changed since the start of the last complete sync.',
})
export class PmsSyncInput {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => String, {
    nullable: true,
    description: 'Slice of the entity type, such as NEAR; the first one if not given.',
  })
  slice?: string | null

  @Field(() => DateTime, { nullable: true, description: 'Fetch only what changed at the PMS since this time.' })
  since?: Date | null

  @Field(() => Int, { nullable: true, description: 'Largest number of items to process.' })
  limit?: number | null

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Fetch everything, and mark rows as deleted that the PMS no longer has.',
  })
  full!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Wait for the end of the sync before answering.' })
  wait!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Allow this sync to mark more rows as deleted than the safety limit.',
  })
  acceptDeletions!: boolean
}

@InputType({ description: 'Conditions on the failures to replay; all of them have to hold.' })
export class PmsReplayFilter {
  @Field(() => String, { nullable: true, description: '`errorCode` equals this.' })
  errorCode?: string | null

  @Field(() => String, {
    nullable: true,
    description: '`path` equals this; an empty text finds failures without a path.',
  })
  path?: string | null

  @Field(() => String, { nullable: true, description: 'Item has this id at the PMS.' })
  externalId?: string | null
}

@InputType({ description: 'Failures to replay: all open ones of a hotel, provider and entity type, or some of them.' })
export class PmsReplayInput {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Entity type of the items.' })
  entityType!: EntityType

  @Field(() => [ID], { nullable: true, description: 'Ids of failures to replay.' })
  failureIds?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Replay only failures of this sync.' })
  syncLogId?: string | null

  @Field(() => PmsReplayFilter, { nullable: true, description: 'Replay only failures that match.' })
  filter?: PmsReplayFilter | null

  @Field(() => Boolean, { defaultValue: false, description: 'Only count, change nothing.' })
  dryRun!: boolean
}
