import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Freshness, FreshnessState } from '../../insights/freshness.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsFreshnessState } from '../freshness-state.ts'
import { PmsEntityType } from '../sync-log.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'How up to date the stored data of a hotel is, for one provider and entity type.',
})
export class PmsFreshness implements Freshness {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Entity type that this is about.' })
  entityType!: EntityType

  @Field(() => String, { description: 'Slice of the entity type, such as NEAR; empty where it is synced as one.' })
  slice!: string

  @Field(() => PmsFreshnessState, { description: 'How up to date the data is.' })
  state!: FreshnessState

  @Field(() => DateTime, { nullable: true, description: 'Since when the data is in this state; null when unknown.' })
  since!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Start of the last complete sync: everything that the PMS had at this time is stored. Null before the first one.',
  })
  trueAsOf!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the state turns LATE unless a complete sync comes before; null before the first complete sync.',
  })
  lateAt!: Date | null

  @Field(() => Int, { description: 'Number of syncs that failed in a row, up to 100.' })
  failedRuns!: number

  @Field(() => String, {
    nullable: true,
    description: 'Error code of the last failed sync; null when the last sync succeeded.',
  })
  lastErrorCode!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Message of the last failed sync, for a person; null when the last sync succeeded.',
  })
  lastError!: string | null
}
