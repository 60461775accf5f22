import { ArgsType, Field, InputType } from 'type-graphql'
import type { CleaningStatus, RoomStatus } from '../../../records/room.ts'
import { defineOrderFields } from '../../common/enum.ts'
import { PmsCleaningStatus, PmsRoomStatus } from '../../synced/room.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Conditions on rooms; all of them have to hold.' })
export class PmsRoomFilter extends SyncedRowFilter {
  @Field(() => [PmsRoomStatus], { nullable: true, description: 'Status is one of these.' })
  status?: RoomStatus[] | null

  @Field(() => [PmsCleaningStatus], { nullable: true, description: 'Cleaning status is one of these.' })
  cleaningStatus?: CleaningStatus[] | null

  @Field(() => [String], { nullable: true, description: 'Room type is one of these, as the PMS names them.' })
  roomType?: string[] | null

  @Field(() => [String], { nullable: true, description: 'Floor is one of these, as the PMS names them.' })
  floor?: string[] | null

  @Field(() => String, { nullable: true, description: 'Room number equals this.' })
  roomNumber?: string | null
}

export const PmsRoomOrderField = defineOrderFields('PmsRoomOrderField', {
  ROOM_NUMBER: ['roomNumber', 'Room number or name, as on the door.'],
  FLOOR: ['floor', 'Floor.'],
  ROOM_TYPE: ['roomType', 'Room type.'],
  STATUS: ['status', 'Status, alphabetically.'],
  CLEANING_STATUS: ['cleaningStatus', 'Cleaning status, alphabetically.'],
  CREATED_AT: ['id', 'When it was first stored.'],
  UPDATED_AT: ['updatedAt', 'When the stored version last changed.'],
})
export const PmsRoomOrder = orderInputOf('PmsRoom', PmsRoomOrderField)

@ArgsType()
export class RoomListArgs extends PageArgs {
  @Field(() => PmsRoomFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsRoomFilter | null

  @Field(() => PmsRoomOrder, { nullable: true, description: 'Orders the list; by room number if not given.' })
  orderBy?: Order<(typeof PmsRoomOrderField)[string]> | null
}
