import { Field, InputType } from 'type-graphql'
import { DateTime, LocalDate } from '../common/scalars.ts'

@InputType({ description: 'Calendar days, both ends included; a missing end is open.' })
export class PmsDateRange {
  @Field(() => LocalDate, { nullable: true, description: 'First day.' })
  from?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'Last day.' })
  to?: string | null
}

@InputType({ description: 'A span of time; a missing end is open.' })
export class PmsTimeRange {
  @Field(() => DateTime, { nullable: true, description: 'At or after.' })
  from?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Before.' })
  to?: Date | null
}
