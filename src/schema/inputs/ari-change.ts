import { ArgsType, Field, InputType } from 'type-graphql'
import type { EntityType } from '../../records/entity-type.ts'
import { LocalDate } from '../common/scalars.ts'
import { PmsEntityType } from '../sync-log.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Conditions on changes of rates and availability; all of them have to hold.' })
export class PmsAriChangeFilter {
  @Field(() => PmsEntityType, { nullable: true, description: 'RATE or AVAILABILITY.' })
  entityType?: EntityType | null

  @Field(() => String, { nullable: true, description: 'Read from the provider with this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Of the rate plan with this id at the PMS.' })
  ratePlanExternalId?: string | null

  @Field(() => String, { nullable: true, description: 'Of the room type with this id at the PMS.' })
  roomTypeExternalId?: string | null

  @Field(() => LocalDate, { nullable: true, description: 'This night is one of those that changed.' })
  covers?: string | null
}

@ArgsType()
export class AriChangeArgs extends PageArgs {
  @Field(() => PmsAriChangeFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsAriChangeFilter | null
}
