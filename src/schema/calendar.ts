import { type ClassType, Field, ID, Int, ObjectType } from 'type-graphql'
import type { FreshnessState } from '../insights/freshness.ts'
import { DateTime, LocalDate, SafeInt } from './common/scalars.ts'
import { PmsFreshnessState } from './freshness-state.ts'

/** Rates or availability of a hotel, for the days that were asked for. */
export interface Calendar<Series> {
  days: string[]
  trueAsOf: Date | null
  series: Series[]
}

function calendarOf<Series extends object>(name: string, of: string, SeriesType: ClassType<Series>) {
  @ObjectType(name, { simpleResolvers: true, description: `${of} of a hotel, a series each, for a run of days.` })
  class CalendarType implements Calendar<Series> {
    @Field(() => [LocalDate], { description: 'The days that were asked for. Every list below has a value for each.' })
    days!: string[]

    @Field(() => DateTime, {
      nullable: true,
      description: 'Up to when all of it is known: of nearer and farther days the older. Null before the first sync.',
    })
    trueAsOf!: Date | null

    @Field(() => [SeriesType], { description: 'What the PMS said, in the order of provider and external ids.' })
    series!: Series[]
  }
  return CalendarType
}

/** A list with a value a day; null where nothing is said on any day. */
const Daily = (type: () => typeof Int | typeof Boolean | typeof SafeInt, description: string) =>
  Field(() => [type()], { nullable: 'itemsAndList', description: `${description} A value for each of \`days\`.` })

const KNOWN = {
  trueAsOf: 'Up to when it is known. Null of what is past and of days beyond two years, which are not read.',
  freshness: 'How up to date it is: nearer and farther days are read at different times. Null as `trueAsOf`.',
}

@ObjectType({ simpleResolvers: true })
abstract class CalendarDayType {
  @Field(() => LocalDate, { description: 'The day.' })
  date!: string

  @Field(() => DateTime, { nullable: true, description: KNOWN.trueAsOf })
  trueAsOf!: Date | null

  @Field(() => PmsFreshnessState, { nullable: true, description: KNOWN.freshness })
  freshness!: FreshnessState | null
}

@ObjectType({ simpleResolvers: true })
abstract class CalendarSeriesType {
  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => [DateTime], { nullable: 'items', description: `${KNOWN.trueAsOf} A value for each of \`days\`.` })
  trueAsOf!: (Date | null)[]

  @Field(() => [PmsFreshnessState], {
    nullable: 'items',
    description: `${KNOWN.freshness} A value for each of \`days\`.`,
  })
  freshness!: (FreshnessState | null)[]

  @Field(() => ID, { description: 'Id of the room type at the PMS.' })
  roomTypeExternalId!: string
}

const RATE = {
  amounts: 'Price of a night by number of persons, in minor units of `currency`: the first is for one person.',
  extraAdult: 'For each further adult, in minor units.',
  extraChild: 'For each further child, in minor units.',
  closed: 'Whether the night is not sold.',
  closedToArrival: 'Whether no stay may begin on the day.',
  closedToDeparture: 'Whether no stay may end on the day.',
  minStayArrival: 'Fewest nights of stays that begin on the day.',
  minStayThrough: 'Fewest nights of stays that include the night.',
  maxStay: 'Most nights of a stay.',
  cutoffDays: 'Days before arrival from which it is not sold.',
}

@ObjectType({ simpleResolvers: true, description: 'Prices and restrictions of a day.' })
export class PmsRateDay extends CalendarDayType {
  @Field(() => [SafeInt], { nullable: 'itemsAndList', description: RATE.amounts })
  amounts!: (number | null)[] | null

  @Field(() => SafeInt, { nullable: true, description: RATE.extraAdult })
  extraAdult!: number | null

  @Field(() => SafeInt, { nullable: true, description: RATE.extraChild })
  extraChild!: number | null

  @Field(() => Boolean, { nullable: true, description: RATE.closed })
  closed!: boolean | null

  @Field(() => Boolean, { nullable: true, description: RATE.closedToArrival })
  closedToArrival!: boolean | null

  @Field(() => Boolean, { nullable: true, description: RATE.closedToDeparture })
  closedToDeparture!: boolean | null

  @Field(() => Int, { nullable: true, description: RATE.minStayArrival })
  minStayArrival!: number | null

  @Field(() => Int, { nullable: true, description: RATE.minStayThrough })
  minStayThrough!: number | null

  @Field(() => Int, { nullable: true, description: RATE.maxStay })
  maxStay!: number | null

  @Field(() => Int, { nullable: true, description: RATE.cutoffDays })
  cutoffDays!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'Prices and restrictions of a rate plan and room type.' })
export class PmsRateSeries extends CalendarSeriesType {
  @Field(() => ID, { description: 'Id of the rate plan at the PMS.' })
  ratePlanExternalId!: string

  @Field(() => String, { description: 'ISO 4217 currency code of its prices.' })
  currency!: string

  @Field(() => [[SafeInt]], {
    nullable: 'itemsAndList',
    description: `${RATE.amounts} In each list a value for each of \`days\`.`,
  })
  amounts!: (number | null)[][] | null

  @Daily(() => SafeInt, RATE.extraAdult)
  extraAdult!: (number | null)[] | null

  @Daily(() => SafeInt, RATE.extraChild)
  extraChild!: (number | null)[] | null

  @Daily(() => Boolean, RATE.closed)
  closed!: (boolean | null)[] | null

  @Daily(() => Boolean, RATE.closedToArrival)
  closedToArrival!: (boolean | null)[] | null

  @Daily(() => Boolean, RATE.closedToDeparture)
  closedToDeparture!: (boolean | null)[] | null

  @Daily(() => Int, RATE.minStayArrival)
  minStayArrival!: (number | null)[] | null

  @Daily(() => Int, RATE.minStayThrough)
  minStayThrough!: (number | null)[] | null

  @Daily(() => Int, RATE.maxStay)
  maxStay!: (number | null)[] | null

  @Daily(() => Int, RATE.cutoffDays)
  cutoffDays!: (number | null)[] | null

  @Field(() => [PmsRateDay], { description: 'The same as an object a day. Lists are many times faster.' })
  days!: PmsRateDay[]
}

const ROOMS = {
  physical: 'Rooms that there are.',
  outOfOrder: 'Rooms that are out of order.',
  sold: 'Rooms that are sold.',
  available: 'Rooms that the PMS still sells; negative when it is overbooked.',
}

@ObjectType({ simpleResolvers: true, description: 'Rooms of a type on a day.' })
export class PmsAvailabilityDay extends CalendarDayType {
  @Field(() => Int, { nullable: true, description: ROOMS.physical })
  physical!: number | null

  @Field(() => Int, { nullable: true, description: ROOMS.outOfOrder })
  outOfOrder!: number | null

  @Field(() => Int, { nullable: true, description: ROOMS.sold })
  sold!: number | null

  @Field(() => Int, { nullable: true, description: ROOMS.available })
  available!: number | null
}

@ObjectType({ simpleResolvers: true, description: 'Rooms of a type that are left to sell.' })
export class PmsAvailabilitySeries extends CalendarSeriesType {
  @Daily(() => Int, ROOMS.physical)
  physical!: (number | null)[] | null

  @Daily(() => Int, ROOMS.outOfOrder)
  outOfOrder!: (number | null)[] | null

  @Daily(() => Int, ROOMS.sold)
  sold!: (number | null)[] | null

  @Daily(() => Int, ROOMS.available)
  available!: (number | null)[] | null

  @Field(() => [PmsAvailabilityDay], { description: 'The same as an object a day. Lists are many times faster.' })
  days!: PmsAvailabilityDay[]
}

export const PmsRates = calendarOf('PmsRates', 'Prices and restrictions', PmsRateSeries)
export const PmsAvailability = calendarOf('PmsAvailability', 'Rooms to sell', PmsAvailabilitySeries)
