import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { SpanType } from '../records/entity-type.ts'
import { connectionOf } from './common/connection.ts'
import { DateTime, LocalDate, SafeInt } from './common/scalars.ts'
import { PmsEntityType } from './sync-log.ts'

const EACH = 'A value for each day of the range.'

/** One class for prices and rooms: what did not change, or is no part of the type, is null. */
@ObjectType({
  simpleResolvers: true,
  description: 'What was said of the days of a range. Null: not changed, see `fields`, or nothing was said.',
})
export class PmsAriValues {
  @Field(() => [[SafeInt]], { nullable: 'itemsAndList', description: `Price by number of persons. ${EACH}` })
  amounts?: (number | null)[][] | null

  @Field(() => [SafeInt], { nullable: 'itemsAndList', description: `Price of a further adult. ${EACH}` })
  extraAdult?: (number | null)[] | null

  @Field(() => [SafeInt], { nullable: 'itemsAndList', description: `Price of a further child. ${EACH}` })
  extraChild?: (number | null)[] | null

  @Field(() => [Boolean], { nullable: 'itemsAndList', description: `Whether the night is not sold. ${EACH}` })
  closed?: (boolean | null)[] | null

  @Field(() => [Boolean], { nullable: 'itemsAndList', description: `Whether no stay may begin. ${EACH}` })
  closedToArrival?: (boolean | null)[] | null

  @Field(() => [Boolean], { nullable: 'itemsAndList', description: `Whether no stay may end. ${EACH}` })
  closedToDeparture?: (boolean | null)[] | null

  @Field(() => [Int], { nullable: 'itemsAndList', description: `Fewest nights of stays that begin. ${EACH}` })
  minStayArrival?: (number | null)[] | null

  @Field(() => [Int], { nullable: 'itemsAndList', description: `Fewest nights of stays that include it. ${EACH}` })
  minStayThrough?: (number | null)[] | null

  @Field(() => [Int], { nullable: 'itemsAndList', description: `Most nights of a stay. ${EACH}` })
  maxStay?: (number | null)[] | null

  @Field(() => [Int], { nullable: 'itemsAndList', description: `Days before arrival from which it is closed. ${EACH}` })
  cutoffDays?: (number | null)[] | null

  @Field(() => [Int], { nullable: 'itemsAndList', description: `Rooms that there are. ${EACH}` })
  physical?: (number | null)[] | null

  @Field(() => [Int], { nullable: 'itemsAndList', description: `Rooms that are out of order. ${EACH}` })
  outOfOrder?: (number | null)[] | null

  @Field(() => [Int], { nullable: 'itemsAndList', description: `Rooms that are sold. ${EACH}` })
  sold?: (number | null)[] | null

  @Field(() => [Int], { nullable: 'itemsAndList', description: `Rooms that are still sold. ${EACH}` })
  available?: (number | null)[] | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A run of days of a series on which prices, restrictions or numbers of rooms changed.',
})
export class PmsAriChange {
  @Field(() => PmsEntityType, { description: 'RATE or AVAILABILITY.' })
  entityType!: SpanType

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => ID, { nullable: true, description: 'Id of the rate plan at the PMS; null for availability.' })
  ratePlanExternalId!: string | null

  @Field(() => ID, { description: 'Id of the room type at the PMS.' })
  roomTypeExternalId!: string

  @Field(() => String, { nullable: true, description: 'ISO 4217 currency code of prices; null for availability.' })
  currency!: string | null

  @Field(() => LocalDate, { description: 'First day.' })
  from!: string

  @Field(() => LocalDate, { description: 'Last day, included.' })
  to!: string

  @Field(() => [String], { description: 'Names of the fields of `before` and `after` that changed.' })
  fields!: readonly string[]

  @Field(() => PmsAriValues, { description: 'What was stored.' })
  before!: PmsAriValues

  @Field(() => PmsAriValues, { description: 'What the PMS says instead.' })
  after!: PmsAriValues

  @Field(() => DateTime, { description: 'When it was read. No PMS tells when it was changed, or by whom.' })
  seenAt!: Date

  @Field(() => DateTime, {
    nullable: true,
    description: 'It was changed after then: the last complete sync before had found what was stored.',
  })
  seenAfter!: Date | null

  @Field(() => ID, { description: 'Id of the sync that read it.' })
  syncLogId!: string

  @Field(() => ID, { nullable: true, description: 'Id of our own change that did it; null when the hotel’s PMS did.' })
  changeId!: string | null
}

export const PmsAriChangeConnection = connectionOf(PmsAriChange)
