import { Directive, Field, ID, Int, ObjectType } from 'type-graphql'
import type { JsonObject } from '../records/common.ts'
import { connectionOf } from './common/connection.ts'
import { DateTime, JsonObjectScalar } from './common/scalars.ts'

@Directive('@key(fields: "id")')
@ObjectType({
  simpleResolvers: true,
  description: 'A hotel’s account at a provider. Its credentials can be set and never read.',
})
export class PmsConfiguration {
  @Field(() => ID, { description: 'Our id.' })
  id!: string

  @Field(() => ID, { description: 'The hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => Boolean, { description: 'Whether syncs run.' })
  enabled!: boolean

  @Field(() => DateTime, { nullable: true, description: 'When it was switched off; null while it is on.' })
  pausedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Who switched it off, where that is known.' })
  pausedBy!: string | null

  @Field(() => String, { nullable: true, description: 'Why it was switched off, in that person’s words.' })
  pausedReason!: string | null

  @Field(() => String, { nullable: true, description: 'Cron expression of the syncs, in the hotel’s time zone.' })
  syncSchedule!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When the schedule is due next.' })
  nextSyncAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Start of the last sync that brought everything.' })
  lastSyncAt!: Date | null

  @Field(() => JsonObjectScalar, { nullable: true, description: 'Settings that are no secret; see `settingsSchema`.' })
  settings!: JsonObject | null

  @Field(() => String, { nullable: true, description: 'What the PMS calls the property.' })
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
