import { ArgsType, Field, InputType } from 'type-graphql'
import type { EntityType } from '../../records/entity-type.ts'
import { defineOrderFields } from '../common/enum.ts'
import { PmsEntityType } from '../sync-log.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Conditions on failures; all of them have to hold.' })
export class PmsSyncFailureFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: only open failures; false: only resolved ones.' })
  open?: boolean | null

  @Field(() => String, { nullable: true, description: '`errorCode` equals this.' })
  errorCode?: string | null

  @Field(() => String, {
    nullable: true,
    description: '`path` equals this; an empty text finds failures without a path.',
  })
  path?: string | null

  @Field(() => PmsEntityType, { nullable: true, description: 'Entity type of the item is this.' })
  entityType?: EntityType | null

  @Field(() => String, { nullable: true, description: 'Provider has this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Item has this id at the PMS.' })
  externalId?: string | null
}

export const PmsSyncFailureOrderField = defineOrderFields('PmsSyncFailureOrderField', {
  CREATED_AT: ['id', 'When the failure was recorded.'],
  EXTERNAL_ID: ['externalId', 'Id of the item at the PMS.'],
})
export const PmsSyncFailureOrder = orderInputOf('PmsSyncFailure', PmsSyncFailureOrderField)

@ArgsType()
export class SyncFailureListArgs extends PageArgs {
  @Field(() => PmsSyncFailureFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsSyncFailureFilter | null

  @Field(() => PmsSyncFailureOrder, { nullable: true, description: 'Orders the list; oldest first if not given.' })
  orderBy?: Order<(typeof PmsSyncFailureOrderField)[string]> | null
}
