import { Field, Int, ObjectType } from 'type-graphql'
import type { ErrorClass } from '../../insights/error-class.ts'
import type { Bucket, Span } from '../../insights/statistics.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { defineEnum } from '../common/enum.ts'
import { DateTime, SafeInt } from '../common/scalars.ts'
import { PmsEntityType } from '../sync-log.ts'

export const PmsStatisticsSpan = defineEnum<Span>('PmsStatisticsSpan', 'How far back statistics look.', {
  DAY: 'The last 24 hours.',
  WEEK: 'The last 7 days.',
  MONTH: 'The last 30 days.',
})

export const PmsStatisticsBucket = defineEnum<Bucket>(
  'PmsStatisticsBucket',
  'What statistics are grouped by, in UTC.',
  {
    HOUR: 'Hours.',
    DAY: 'Days.',
  },
)

export const PmsErrorClass = defineEnum<ErrorClass>(
  'PmsErrorClass',
  'Whose turn it is to do something about an error.',
  {
    AUTH: 'The credentials: enter them again.',
    PERMISSION: 'The rights of the account at the PMS: ask for them there.',
    RATE: 'The allowance of the PMS: sync less often.',
    PROVIDER: 'The PMS does not answer, or not as agreed: wait, or ask its support.',
    DATA: 'Items that do not make valid records: correct them at the PMS.',
    CONFIGURATION: 'What was entered here: correct the configuration.',
    OURS: 'This service: its operator knows more.',
  },
)

@ObjectType({
  simpleResolvers: true,
  description: 'How long syncs of a provider took that ended within an hour or day.',
})
export class PmsSyncDurations {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => DateTime, { description: 'Start of the hour or day.' })
  at!: Date

  @Field(() => Int, { description: 'How many there were.' })
  runs!: number

  @Field(() => Int, { description: 'Half of them took at most so many milliseconds.' })
  p50Ms!: number

  @Field(() => Int, { description: '95 of 100 took at most so many milliseconds.' })
  p95Ms!: number

  @Field(() => Int, { description: '99 of 100 took at most so many milliseconds.' })
  p99Ms!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'What syncs of a provider brought that ended within an hour or day, however they ended.',
})
export class PmsSyncChanges {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => DateTime, { description: 'Start of the hour or day.' })
  at!: Date

  @Field(() => Int, { description: 'How many syncs there were.' })
  runs!: number

  @Field(() => SafeInt, { description: 'Items that they looked at.' })
  itemsProcessed!: number

  @Field(() => SafeInt, { description: 'Items that were new.' })
  itemsCreated!: number

  @Field(() => SafeInt, { description: 'Items that changed.' })
  itemsUpdated!: number

  @Field(() => SafeInt, { description: 'Rows marked as deleted, since the PMS no longer has them.' })
  itemsDeleted!: number
}

@ObjectType({ simpleResolvers: true, description: 'Syncs that failed for a class of reasons.' })
export class PmsErrorClassCount {
  @Field(() => PmsErrorClass, { description: 'The class.' })
  errorClass!: ErrorClass

  @Field(() => Int, { description: 'How many failed for it.' })
  runs!: number

  @Field(() => [String], { description: 'The stable codes among them.' })
  errorCodes!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'How many syncs of a provider failed, and why.' })
export class PmsSyncFailureRate {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => Int, { description: 'Syncs that ended, cancelled ones aside. A rate over few of them says little.' })
  runs!: number

  @Field(() => Int, { description: 'Those of them that failed.' })
  failedRuns!: number

  @Field(() => [PmsErrorClassCount], { description: 'The failed ones by class, most frequent first.' })
  classes!: PmsErrorClassCount[]
}

@ObjectType({ simpleResolvers: true, description: 'How old what is stored was within an hour or day.' })
export class PmsFreshnessPoint {
  @Field(() => DateTime, { description: 'Start of the hour or day.' })
  at!: Date

  @Field(() => SafeInt, { description: 'The oldest that it got, in milliseconds since what was proven then.' })
  maxAgeMs!: number
}

@ObjectType({ simpleResolvers: true, description: 'How old what is stored of a type was over time.' })
export class PmsFreshnessSeries {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Of what.' })
  entityType!: EntityType

  @Field(() => [PmsFreshnessPoint], { description: 'Oldest first, without gaps; from the first proof on.' })
  points!: PmsFreshnessPoint[]
}
