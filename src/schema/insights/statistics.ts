import { Field, Int, ObjectType } from 'type-graphql'
import type { ErrorClass } from '../../insights/error-class.ts'
import type { Bucket, Span } from '../../insights/statistics.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { defineEnum } from '../common/enum.ts'
import { DateTime, SafeInt } from '../common/scalars.ts'
import { PmsEntityType } from '../sync-log.ts'

export const PmsStatisticsSpan = defineEnum<Span>(
  'PmsStatisticsSpan',
  'Period that statistics cover, from the start of the hour or day in which it begins.',
  {
    DAY: 'The last 24 hours.',
    WEEK: 'The last 7 days.',
    MONTH: 'The last 30 days.',
  },
)

export const PmsStatisticsBucket = defineEnum<Bucket>(
  'PmsStatisticsBucket',
  'Interval that statistics are grouped by, in UTC.',
  {
    HOUR: 'Hours.',
    DAY: 'Days.',
  },
)

export const PmsErrorClass = defineEnum<ErrorClass>(
  'PmsErrorClass',
  'Who has to act on an error.',
  {
    AUTH: 'The PMS refused the credentials: enter them again.',
    PERMISSION: 'The account lacks rights at the PMS: have them granted there.',
    RATE: 'The rate limit of the PMS is used up: sync less often.',
    PROVIDER: 'The PMS is down or answers wrongly: wait, or ask its support.',
    DATA: 'Items are invalid: correct them in the PMS.',
    CONFIGURATION: 'The configuration is wrong: correct it.',
    INTERNAL: 'This service failed: ask its operator.',
  },
  { OURS: ['No longer served.', 'Use `INTERNAL`. Deprecated on 2026-11-30, to be removed on 2027-05-30.'] },
)

@ObjectType({
  simpleResolvers: true,
  description: 'Durations of the syncs of a provider that ended within an hour or day.',
})
export class PmsSyncDurations {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => DateTime, { description: 'Start of the hour or day.' })
  at!: Date

  @Field(() => Int, { description: 'Number of syncs.' })
  runs!: number

  @Field(() => Int, { description: 'Median duration in milliseconds, from a histogram; so are the others.' })
  p50Ms!: number

  @Field(() => Int, { description: '95th percentile of the duration in milliseconds.' })
  p95Ms!: number

  @Field(() => Int, { description: '99th percentile of the duration in milliseconds.' })
  p99Ms!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'Changes by the syncs of a provider that ended within an hour or day, whatever their status.',
})
export class PmsSyncChanges {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => DateTime, { description: 'Start of the hour or day.' })
  at!: Date

  @Field(() => Int, { description: 'Number of syncs.' })
  runs!: number

  @Field(() => SafeInt, { description: 'Items processed.' })
  itemsProcessed!: number

  @Field(() => SafeInt, { description: 'Items that were new.' })
  itemsCreated!: number

  @Field(() => SafeInt, { description: 'Items that changed.' })
  itemsUpdated!: number

  @Field(() => SafeInt, { description: 'Rows marked as deleted, since the PMS no longer has them.' })
  itemsDeleted!: number
}

@ObjectType({ simpleResolvers: true, description: 'Syncs that failed with errors of one class.' })
export class PmsErrorClassCount {
  @Field(() => PmsErrorClass, { description: 'Class of the errors.' })
  errorClass!: ErrorClass

  @Field(() => Int, { description: 'Number of syncs that failed with one of them.' })
  runs!: number

  @Field(() => [String], { description: 'Error codes of this class that occurred.' })
  errorCodes!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'Failures among the syncs of a provider.' })
export class PmsSyncFailureRate {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => Int, { description: 'Number of syncs that ended, without cancelled ones.' })
  runs!: number

  @Field(() => Int, { description: 'Number of syncs that failed.' })
  failedRuns!: number

  @Field(() => [PmsErrorClassCount], { description: 'Failed syncs by class of error, most frequent first.' })
  classes!: PmsErrorClassCount[]
}

@ObjectType({ simpleResolvers: true, description: 'Greatest age of the data within an hour or day.' })
export class PmsFreshnessPoint {
  @Field(() => DateTime, { description: 'Start of the hour or day.' })
  at!: Date

  @Field(() => SafeInt, {
    description: 'Greatest age in milliseconds, counted from the last complete sync of that time.',
  })
  maxAgeMs!: number
}

@ObjectType({ simpleResolvers: true, description: 'Age of the data of one entity type over time.' })
export class PmsFreshnessSeries {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Entity type that this is about.' })
  entityType!: EntityType

  @Field(() => String, { description: 'Slice of the entity type, such as NEAR; empty where it is synced as one.' })
  slice!: string

  @Field(() => [PmsFreshnessPoint], { description: 'Ordered by time, without gaps, from the first complete sync on.' })
  points!: PmsFreshnessPoint[]
}
