import { ArgsType, Field, ID } from 'type-graphql'
import { LocalDate } from '../common/scalars.ts'

@ArgsType()
export class AvailabilityArgs {
  @Field(() => LocalDate, { description: 'First day.' })
  from!: string

  @Field(() => LocalDate, { description: 'Last day, included; at most 400 days in all.' })
  to!: string

  @Field(() => [ID], { nullable: true, description: 'Only these room types, by their ids in this service.' })
  roomTypeIds?: string[] | null
}

@ArgsType()
export class RateArgs extends AvailabilityArgs {
  @Field(() => [ID], { nullable: true, description: 'Only these rate plans, by their ids in this service.' })
  ratePlanIds?: string[] | null
}
