import { Directive, Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from './common/connection.ts'
import { DateTime } from './common/scalars.ts'

/** A stub: another subgraph owns hotels, their `slug`, `name` and `timeZone`. What this one adds is in the resolver. */
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'A hotel of the platform, with the data that its PMS has about it.' })
export class Hotel {
  @Field(() => ID, { description: 'Id of the hotel, the same in the whole platform.' })
  id!: string
}

@ObjectType({ simpleResolvers: true, description: 'Registration of a hotel with this service.' })
export class PmsRegistration {
  @Field(() => String, { description: 'Unique short name for URLs.' })
  slug!: string

  @Field(() => String, { description: 'Name of the hotel.' })
  name!: string

  @Field(() => String, {
    description: 'IANA name of the time zone, such as `Europe/Lisbon`. Schedules run in it.',
  })
  timeZone!: string

  @Field(() => String, { description: 'ISO 4217 code of the hotel’s currency.' })
  currency!: string

  @Field(() => Int, {
    description: 'Counts the changes that people made; send it back to be told of a change meanwhile.',
  })
  version!: number

  @Field(() => DateTime, { description: 'When the hotel was registered.' })
  createdAt!: Date

  @Field(() => DateTime, { description: 'When the registration last changed.' })
  updatedAt!: Date
}

export const PmsRegistrationConnection = connectionOf(PmsRegistration)
