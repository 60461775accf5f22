import { Field, InputType } from 'type-graphql'
import { DateTime, LocalDate } from '../common/scalars.ts'

@InputType({ description: 'A range of dates, both ends included; a missing end is open.' })
export class PmsDateRange {
  @Field(() => LocalDate, { nullable: true, description: 'First date, included.' })
  from?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'Last date, included.' })
  to?: string | null
}

@InputType({ description: 'A period of time; a missing end is open.' })
export class PmsTimeRange {
  @Field(() => DateTime, { nullable: true, description: 'Start of the period, included.' })
  from?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'End of the period, not included.' })
  to?: Date | null
}
