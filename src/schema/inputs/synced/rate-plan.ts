import { ArgsType, Field, InputType } from 'type-graphql'
import type { RatePricing } from '../../../records/rate-plan.ts'
import { defineOrderFields } from '../../common/enum.ts'
import { PmsRatePricing } from '../../synced/rate-plan.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Conditions on rate plans; all of them have to hold.' })
export class PmsRatePlanFilter extends SyncedRowFilter {
  @Field(() => String, { nullable: true, description: 'Code equals this.' })
  code?: string | null

  @Field(() => [PmsRatePricing], { nullable: true, description: 'Its prices are for one of these.' })
  pricing?: RatePricing[] | null

  @Field(() => String, {
    nullable: true,
    description: 'Its prices follow those of the rate plan with this id at the PMS.',
  })
  derivedFromExternalId?: string | null
}

export const PmsRatePlanOrderField = defineOrderFields('PmsRatePlanOrderField', {
  NAME: ['name', 'Name.'],
  CODE: ['code', 'Code.'],
  CREATED_AT: ['id', 'When it was first stored.'],
  UPDATED_AT: ['updatedAt', 'When the stored version last changed.'],
})
export const PmsRatePlanOrder = orderInputOf('PmsRatePlan', PmsRatePlanOrderField)

@ArgsType()
export class RatePlanListArgs extends PageArgs {
  @Field(() => PmsRatePlanFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsRatePlanFilter | null

  @Field(() => PmsRatePlanOrder, { nullable: true, description: 'Orders the list; by name if not given.' })
  orderBy?: Order<(typeof PmsRatePlanOrderField)[string]> | null
}
