import { Field, ObjectType } from 'type-graphql'
import { DateTime } from '../common/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'Preview of a schedule.' })
export class PmsSchedulePreview {
  @Field(() => String, { description: 'IANA name of the time zone that the schedule runs in.' })
  timeZone!: string

  @Field(() => [DateTime], { description: 'The next times that it is due, soonest first.' })
  runs!: Date[]
}
