import { Field, ObjectType } from 'type-graphql'
import { DateTime } from '../common/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'When a schedule would be due.' })
export class PmsSchedulePreview {
  @Field(() => String, { description: 'IANA name of the time zone that it is read in.' })
  timeZone!: string

  @Field(() => [DateTime], { description: 'The next times, soonest first.' })
  runs!: Date[]
}
