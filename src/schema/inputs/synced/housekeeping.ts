import { ArgsType, Field, InputType } from 'type-graphql'
import type { Condition, Discrepancy, Occupancy, Stay } from '../../../records/housekeeping.ts'
import type { RoomStatus } from '../../../records/room.ts'
import { defineOrderFields } from '../../common/enum.ts'
import { PmsCondition, PmsDiscrepancy, PmsOccupancy, PmsStay } from '../../synced/housekeeping.ts'
import { PmsRoomStatus } from '../../synced/room.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Conditions on the state of rooms; all of them have to hold.' })
export class PmsHousekeepingFilter extends SyncedRowFilter {
  @Field(() => [PmsCondition], { nullable: true, description: 'The room’s condition is one of these.' })
  condition?: Condition[] | null

  @Field(() => [PmsOccupancy], { nullable: true, description: 'Occupancy is one of these, as the front desk has it.' })
  occupancy?: Occupancy[] | null

  @Field(() => [PmsDiscrepancy], { nullable: true, description: 'There is a discrepancy of one of these kinds.' })
  discrepancy?: Discrepancy[] | null

  @Field(() => [PmsRoomStatus], { nullable: true, description: 'Availability of the room is one of these.' })
  roomStatus?: RoomStatus[] | null

  @Field(() => [PmsStay], { nullable: true, description: 'What guests do in the room on that day is one of these.' })
  stay?: Stay[] | null

  @Field(() => String, { nullable: true, description: 'Number of the room equals this.' })
  roomNumber?: string | null
}

export const PmsHousekeepingOrderField = defineOrderFields('PmsHousekeepingOrderField', {
  ROOM_NUMBER: ['roomNumber', 'Number of the room.'],
  CONDITION: ['condition', 'Condition, alphabetically.'],
  OCCUPANCY: ['occupancy', 'Occupancy, alphabetically.'],
  CREATED_AT: ['id', 'When it was first stored.'],
  UPDATED_AT: ['updatedAt', 'When the stored version last changed.'],
})
export const PmsHousekeepingOrder = orderInputOf('PmsHousekeeping', PmsHousekeepingOrderField)

@ArgsType()
export class HousekeepingListArgs extends PageArgs {
  @Field(() => PmsHousekeepingFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsHousekeepingFilter | null

  @Field(() => PmsHousekeepingOrder, { nullable: true, description: 'Orders the list; by room number if not given.' })
  orderBy?: Order<(typeof PmsHousekeepingOrderField)[string]> | null
}
