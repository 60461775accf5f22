import { ArgsType, Field, InputType } from 'type-graphql'
import type { RoomBlockKind } from '../../../records/room-block.ts'
import { defineOrderFields } from '../../common/enum.ts'
import { LocalDate } from '../../common/scalars.ts'
import { PmsRoomBlockKind } from '../../synced/room-block.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { PmsDateRange } from '../range.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Conditions on room blocks; all of them have to hold.' })
export class PmsRoomBlockFilter extends SyncedRowFilter {
  @Field(() => [PmsRoomBlockKind], { nullable: true, description: 'Kind is one of these.' })
  kind?: RoomBlockKind[] | null

  @Field(() => PmsDateRange, { nullable: true, description: 'Some night of this range is blocked.' })
  nights?: PmsDateRange | null

  @Field(() => LocalDate, { nullable: true, description: 'This night is blocked.' })
  covers?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Some booking has the room on a blocked night, or none has.' })
  isOverBooking?: boolean | null

  @Field(() => String, { nullable: true, description: 'Blocks the room with this number.' })
  roomNumber?: string | null

  @Field(() => String, { nullable: true, description: 'Blocks the room with this id at the PMS.' })
  roomExternalId?: string | null
}

export const PmsRoomBlockOrderField = defineOrderFields('PmsRoomBlockOrderField', {
  FIRST_NIGHT: ['firstNight', 'First night.'],
  LAST_NIGHT: ['lastNight', 'Last night; until further notice comes last.'],
  ROOM_NUMBER: ['roomNumber', 'Number of the room.'],
  KIND: ['kind', 'Kind, alphabetically.'],
  CREATED_AT: ['id', 'When it was first stored.'],
  UPDATED_AT: ['updatedAt', 'When the stored version last changed.'],
})
export const PmsRoomBlockOrder = orderInputOf('PmsRoomBlock', PmsRoomBlockOrderField)

@ArgsType()
export class RoomBlockListArgs extends PageArgs {
  @Field(() => PmsRoomBlockFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsRoomBlockFilter | null

  @Field(() => PmsRoomBlockOrder, { nullable: true, description: 'Orders the list; by first night if not given.' })
  orderBy?: Order<(typeof PmsRoomBlockOrderField)[string]> | null
}
