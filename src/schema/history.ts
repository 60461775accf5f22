import { Field, ID, ObjectType } from 'type-graphql'
import { connectionOf } from './common/connection.ts'
import { DateTime } from './common/scalars.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'A change of one field, as it was seen at the PMS. No PMS says who did it, nor when exactly.',
})
export class PmsHistoryEntry {
  @Field(() => ID, { description: 'Id of the entry.' })
  id!: string

  @Field(() => String, { description: 'Name of the field that changed.' })
  field!: string

  @Field(() => DateTime, { description: 'When the new value was read.' })
  seenAt!: Date

  @Field(() => ID, { description: 'Id of the sync that read it.' })
  syncLogId!: string

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the change by this service that it came of; null for others.',
  })
  changeId!: string | null
}

export const PmsHistoryConnection = connectionOf(PmsHistoryEntry)
