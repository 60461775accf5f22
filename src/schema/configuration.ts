import { Directive, Field, ID, Int, ObjectType } from 'type-graphql'
import type { JsonObject } from '../records/common.ts'
import { connectionOf } from './common/connection.ts'
import { DateTime, JsonObjectScalar } from './common/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'Changes at the PMS that are not over.' })
export class PmsOpenChanges {
  @Field(() => Int, { description: 'Recorded, and not sent yet: held while paused, cancelled with another account.' })
  waiting!: number

  @Field(() => Int, { description: 'On their way, or accepted and not seen yet.' })
  underWay!: number

  @Field(() => Int, { description: 'Sent, and nobody knows what came of them.' })
  unknown!: number

  @Field(() => Int, { description: 'Of these: what only a person can tell.' })
  forPerson!: number

  @Field(() => Int, { description: 'Changed here and at the PMS.' })
  conflicts!: number
}

@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description: 'A hotel’s connection to a PMS provider. Its credentials can be set but never read.',
})
export class PmsConfiguration {
  @Field(() => ID, { description: 'Id in this service.' })
  id!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => Boolean, { description: 'Whether syncs run and webhooks are processed.' })
  enabled!: boolean

  @Field(() => Boolean, { description: 'Whether people may change things at the PMS; off unless it was switched on.' })
  writeEnabled!: boolean

  @Field(() => DateTime, { nullable: true, description: 'When it was paused; null while it is enabled.' })
  pausedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Who paused it; null when unknown.' })
  pausedBy!: string | null

  @Field(() => String, { nullable: true, description: 'Why it was paused, in that person’s words.' })
  pausedReason!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Cron expression of scheduled syncs, in the hotel’s time zone; null without a schedule.',
  })
  syncSchedule!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When the next scheduled sync is due.' })
  nextSyncAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Start of the last complete sync.' })
  lastSyncAt!: Date | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Settings, none of them secret; see `settingsSchema` of the provider.',
  })
  settings!: JsonObject | null

  @Field(() => String, { nullable: true, description: 'Id of the property at the PMS.' })
  externalHotelId!: string | null

  @Field(() => Int, {
    description: 'Counts the changes that people made; send it back to be told of a change meanwhile.',
  })
  version!: number

  @Field(() => DateTime, { description: 'When it was first stored.' })
  createdAt!: Date

  @Field(() => DateTime, { description: 'When it last changed.' })
  updatedAt!: Date
}

export const PmsConfigurationConnection = connectionOf(PmsConfiguration)
