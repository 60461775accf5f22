import { ArgsType, Field, InputType } from 'type-graphql'
import type { LostItemStatus } from '../../../records/lost-item.ts'
import { defineOrderFields } from '../../common/enum.ts'
import { PmsLostItemStatus } from '../../synced/lost-item.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Narrows a list of lost items; everything given must hold.' })
export class PmsLostItemFilter extends SyncedRowFilter {
  @Field(() => [PmsLostItemStatus], { nullable: true, description: 'Has one of these statuses.' })
  status?: LostItemStatus[] | null
}

const PmsLostItemOrderField = defineOrderFields('PmsLostItemOrderField', {
  FOUND_AT: ['foundAt', 'When it was found.'],
  CREATED_AT: ['id', 'When it was first stored here.'],
})
const PmsLostItemOrder = orderInputOf('PmsLostItem', PmsLostItemOrderField)

@ArgsType()
export class LostItemListArgs extends PageArgs {
  @Field(() => PmsLostItemFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsLostItemFilter | null

  @Field(() => PmsLostItemOrder, { nullable: true, description: 'Orders the list; by time of finding if not given.' })
  orderBy?: Order<(typeof PmsLostItemOrderField)[string]> | null
}
