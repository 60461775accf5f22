import { Field, ID, InputType, Int } from 'type-graphql'
import type { EntityType } from '../../records/entity-type.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsEntityType } from '../sync-log.ts'

@InputType({
  description: 'Which sync to start. Without `since` and `full` it continues where the last complete one began.',
})
export class PmsSyncInput {
  @Field(() => ID, { description: 'The hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => DateTime, { nullable: true, description: 'Only what changed at the PMS since then.' })
  since?: Date | null

  @Field(() => Int, { nullable: true, description: 'Stop after so many items.' })
  limit?: number | null

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Look at everything, and mark what the PMS no longer has.',
  })
  full!: boolean

  @Field(() => Boolean, { defaultValue: false, description: 'Answer when the run has ended, not when it is queued.' })
  wait!: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Let this run mark more rows as deleted than the safety brake allows.',
  })
  acceptDeletions!: boolean
}

@InputType({ description: 'Narrows the failures to take once more; everything given must hold.' })
export class PmsReplayFilter {
  @Field(() => String, { nullable: true, description: 'Has this code.' })
  errorCode?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The field of this dotted path is at fault; empty: none that could be named.',
  })
  path?: string | null

  @Field(() => String, { nullable: true, description: 'Is of the item of this id at the PMS.' })
  externalId?: string | null
}

@InputType({ description: 'Which failures to take once more: all open ones of a hotel, provider and type, or fewer.' })
export class PmsReplayInput {
  @Field(() => ID, { description: 'The hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'What the items are.' })
  entityType!: EntityType

  @Field(() => [ID], { nullable: true, description: 'Only these failures.' })
  failureIds?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Only failures of this run.' })
  syncLogId?: string | null

  @Field(() => PmsReplayFilter, { nullable: true, description: 'Only failures that match.' })
  filter?: PmsReplayFilter | null

  @Field(() => Boolean, { defaultValue: false, description: 'Only count them.' })
  dryRun!: boolean
}
