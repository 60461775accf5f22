import { ArgsType, Field, InputType } from 'type-graphql'
import type { EntityType } from '../../records/entity-type.ts'
import { defineOrderFields } from '../common/enum.ts'
import { PmsEntityType } from '../sync-log.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'

@InputType({ description: 'Narrows a list of failures; everything given must hold.' })
export class PmsSyncFailureFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: is still open; false: is settled.' })
  open?: boolean | null

  @Field(() => String, { nullable: true, description: 'Has this code.' })
  errorCode?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The field of this dotted path is at fault; empty: none that could be named.',
  })
  path?: string | null

  @Field(() => PmsEntityType, { nullable: true, description: 'Should have become this.' })
  entityType?: EntityType | null

  @Field(() => String, { nullable: true, description: 'Came from the provider of this key.' })
  provider?: string | null

  @Field(() => String, { nullable: true, description: 'Is of the item of this id at the PMS.' })
  externalId?: string | null
}

export const PmsSyncFailureOrderField = defineOrderFields('PmsSyncFailureOrderField', {
  CREATED_AT: ['id', 'When it was noted.'],
  EXTERNAL_ID: ['externalId', 'Id of the item at the PMS.'],
})
export const PmsSyncFailureOrder = orderInputOf('PmsSyncFailure', PmsSyncFailureOrderField)

@ArgsType()
export class SyncFailureListArgs extends PageArgs {
  @Field(() => PmsSyncFailureFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsSyncFailureFilter | null

  @Field(() => PmsSyncFailureOrder, { nullable: true, description: 'Orders the list; oldest first if not given.' })
  orderBy?: Order<(typeof PmsSyncFailureOrderField)[string]> | null
}
