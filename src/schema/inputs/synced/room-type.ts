import { ArgsType, Field, InputType } from 'type-graphql'
import { defineOrderFields } from '../../common/enum.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Conditions on room types; all of them have to hold.' })
export class PmsRoomTypeFilter extends SyncedRowFilter {
  @Field(() => String, { nullable: true, description: 'Code equals this.' })
  code?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Guests can book it, or cannot.' })
  sellable?: boolean | null
}

export const PmsRoomTypeOrderField = defineOrderFields('PmsRoomTypeOrderField', {
  NAME: ['name', 'Name.'],
  CODE: ['code', 'Code.'],
  CAPACITY: ['capacity', 'Largest number of guests.'],
  ROOM_COUNT: ['roomCount', 'Number of rooms.'],
  CREATED_AT: ['id', 'When it was first stored.'],
  UPDATED_AT: ['updatedAt', 'When the stored version last changed.'],
})
export const PmsRoomTypeOrder = orderInputOf('PmsRoomType', PmsRoomTypeOrderField)

@ArgsType()
export class RoomTypeListArgs extends PageArgs {
  @Field(() => PmsRoomTypeFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsRoomTypeFilter | null

  @Field(() => PmsRoomTypeOrder, { nullable: true, description: 'Orders the list; by name if not given.' })
  orderBy?: Order<(typeof PmsRoomTypeOrderField)[string]> | null
}
