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
  'How a failure was settled.',
  {
    SYNCED: 'A later sync stored the item.',
    REPLAYED: 'A replay stored the item.',
    SUPERSEDED: 'The item failed again; a newer failure stands for it.',
  },
)

@ObjectType({ simpleResolvers: true, description: 'A rule that an item breaks.' })
export class PmsMappingIssue {
  @Field(() => String, { nullable: true, description: 'Dotted path of the field at fault.' })
  path!: string | null

  @Field(() => String, { description: 'The kind of rule, such as `invalid_type`, or a stable error code.' })
  rule!: string

  @Field(() => String, { description: 'What it asks for, for a person.' })
  message!: string
}

@ObjectType({ simpleResolvers: true, description: 'What today’s mapping makes of an item that failed.' })
export class PmsFailureMapping {
  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'The item in our words, before the rules are applied; null when it cannot be mapped at all.',
  })
  normalized!: JsonObject | null

  @Field(() => [PmsMappingIssue], { description: 'The rules that it breaks; empty when a replay would store it.' })
  issues!: PmsMappingIssue[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'An item of the PMS that could not be stored, kept with the reason.',
})
export class PmsSyncFailure {
  @Field(() => ID, { description: 'Our id.' })
  id!: string

  @Field(() => ID, { description: 'The hotel that it belongs to.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider that sent it.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'What it should have become.' })
  entityType!: EntityType

  @Field(() => ID, { description: 'The run that met it.' })
  syncLogId!: string

  @Field(() => String, { nullable: true, description: 'Its id at the PMS; null when not even that could be read.' })
  externalId!: string | null

  @Field(() => String, { description: 'Stable code of what is wrong with it.' })
  errorCode!: string

  @Field(() => String, { description: 'What is wrong with it, for a person.' })
  reason!: string

  @Field(() => String, { nullable: true, description: 'Dotted path of the field at fault.' })
  path!: string | null

  @Field(() => DateTime, { description: 'When it was fetched from the PMS.' })
  fetchedAt!: Date

  @Field(() => DateTime, { description: 'When it was noted here.' })
  createdAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When it was settled; null while it is open.' })
  resolvedAt!: Date | null

  @Field(() => PmsFailureResolution, { nullable: true, description: 'How it was settled.' })
  resolution!: FailureResolution | null
}

@ObjectType({ simpleResolvers: true, description: 'Items that could not be stored for the same reason.' })
export class PmsSyncFailureGroup {
  @Field(() => String, { description: 'Key of the provider that sent them.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'What they should have become.' })
  entityType!: EntityType

  @Field(() => String, { description: 'Stable code of what is wrong with them.' })
  errorCode!: string

  @Field(() => String, { nullable: true, description: 'Dotted path of the field at fault.' })
  path!: string | null

  @Field(() => String, { description: 'What is wrong with one of them, for a person.' })
  reason!: string

  @Field(() => Int, { description: 'How many there are.' })
  count!: number

  @Field(() => Int, { description: 'How many of them are still open.' })
  openCount!: number

  @Field(() => DateTime, { description: 'When the last of them was noted.' })
  lastAt!: Date
}

export const PmsSyncFailureConnection = connectionOf(PmsSyncFailure)
