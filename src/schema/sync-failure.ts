import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { FailureResolution } from '../entities/sync-failure.ts'
import type { JsonObject } from '../records/common.ts'
import type { EntityType } from '../records/entity-type.ts'
import { connectionOf } from './common/connection.ts'
import { defineEnum } from './common/enum.ts'
import { DateTime, JsonObjectScalar } from './common/scalars.ts'
import { PmsEntityType } from './sync-log.ts'

export const PmsFailureResolution = defineEnum<FailureResolution>(
  'PmsFailureResolution',
  'How a failure was resolved.',
  {
    SYNCED: 'A later sync stored the item.',
    REPLAYED: 'A replay stored the item.',
    SUPERSEDED: 'The item failed again; a newer failure replaces this one.',
  },
)

@ObjectType({ simpleResolvers: true, description: 'A validation rule that an item breaks.' })
export class PmsMappingIssue {
  @Field(() => String, { nullable: true, description: 'Dotted path of the invalid field.' })
  path!: string | null

  @Field(() => String, { description: 'Kind of the rule, such as `invalid_type`, or an error code.' })
  rule!: string

  @Field(() => String, { description: 'What the rule requires, for a person.' })
  message!: string
}

@ObjectType({ simpleResolvers: true, description: 'What the current mapping makes of a failed item.' })
export class PmsFailureMapping {
  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'The normalized item before validation; null when it cannot be mapped at all.',
  })
  normalized!: JsonObject | null

  @Field(() => [PmsMappingIssue], { description: 'Rules that the item breaks; empty when a replay would store it.' })
  issues!: PmsMappingIssue[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'An item of the PMS that could not be stored, kept with the reason.',
})
export class PmsSyncFailure {
  @Field(() => ID, { description: 'Id in this service.' })
  id!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Entity type of the item.' })
  entityType!: EntityType

  @Field(() => ID, { description: 'Id of the sync that could not store the item.' })
  syncLogId!: string

  @Field(() => String, { nullable: true, description: 'Id of the item at the PMS; null when it could not be read.' })
  externalId!: string | null

  @Field(() => String, { description: 'Stable code of the error.' })
  errorCode!: string

  @Field(() => String, { description: 'Why the item could not be stored, for a person.' })
  reason!: string

  @Field(() => String, { nullable: true, description: 'Dotted path of the invalid field.' })
  path!: string | null

  @Field(() => DateTime, { description: 'When the item was fetched from the PMS.' })
  fetchedAt!: Date

  @Field(() => DateTime, { description: 'When the failure was recorded.' })
  createdAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When the failure was resolved; null while it is open.' })
  resolvedAt!: Date | null

  @Field(() => PmsFailureResolution, {
    nullable: true,
    description: 'How the failure was resolved; null while it is open.',
  })
  resolution!: FailureResolution | null
}

@ObjectType({ simpleResolvers: true, description: 'Items that could not be stored for the same reason.' })
export class PmsSyncFailureGroup {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Entity type of the items.' })
  entityType!: EntityType

  @Field(() => String, { description: 'Stable code of the error that they share.' })
  errorCode!: string

  @Field(() => String, { nullable: true, description: 'Dotted path of the invalid field.' })
  path!: string | null

  @Field(() => String, { description: 'Reason of one of the failures, as an example.' })
  reason!: string

  @Field(() => Int, { description: 'Number of items.' })
  count!: number

  @Field(() => Int, { description: 'Number of items that are still open.' })
  openCount!: number

  @Field(() => DateTime, { description: 'When the latest of the failures was recorded.' })
  lastAt!: Date
}

export const PmsSyncFailureConnection = connectionOf(PmsSyncFailure)
