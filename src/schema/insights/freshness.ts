import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Freshness, FreshnessState } from '../../insights/freshness.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { defineEnum } from '../common/enum.ts'
import { DateTime } from '../common/scalars.ts'
import { PmsEntityType } from '../sync-log.ts'

export const PmsFreshnessState = defineEnum<FreshnessState>(
  'PmsFreshnessState',
  'Whether what is stored can be trusted to be what the PMS has.',
  {
    FRESH: 'Proven as lately as the schedule promises; without a schedule, within a day.',
    LATE: 'The sync that was due has not proven anything yet.',
    STALE: 'Two syncs in a row that were due have proven nothing.',
    PAUSED: 'The configuration is switched off.',
    FAILING: 'The last syncs failed one after the other; `lastError` says why.',
    NEVER: 'No sync has brought everything yet.',
  },
)

@ObjectType({
  simpleResolvers: true,
  description: 'How far what is stored of a hotel, provider and type can be trusted.',
})
export class PmsFreshness implements Freshness {
  @Field(() => ID, { description: 'The hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider.' })
  provider!: string

  @Field(() => PmsEntityType, { description: 'Of what.' })
  entityType!: EntityType

  @Field(() => PmsFreshnessState, { description: 'The verdict.' })
  state!: FreshnessState

  @Field(() => DateTime, { nullable: true, description: 'Since when the state is what it is, where that is known.' })
  since!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Everything that the PMS had then is stored: the start of the last sync that brought everything.',
  })
  trueAsOf!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it turns LATE unless a sync proves something newer; null before the first proof.',
  })
  lateAt!: Date | null

  @Field(() => Int, { description: 'How many syncs have failed in a row, counted up to 100.' })
  failedRuns!: number

  @Field(() => String, {
    nullable: true,
    description: 'Stable code of the last of them; null when the last sync went well.',
  })
  lastErrorCode!: string | null

  @Field(() => String, { nullable: true, description: 'The same for a person.' })
  lastError!: string | null
}
