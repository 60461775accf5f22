import { ArgsType, Field, InputType } from 'type-graphql'
import type { CleaningStatus, RoomStatus } from '../../records/room.ts'
import { defineOrderFields } from '../common/enum.ts'
import { PmsCleaningStatus, PmsRoomStatus } from '../room.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'
import { SyncedRowFilter } from './synced-row.ts'

@InputType({ description: 'Narrows a list of rooms; everything given must hold.' })
export class PmsRoomFilter extends SyncedRowFilter {
  @Field(() => [PmsRoomStatus], { nullable: true, description: 'Has one of these statuses.' })
  status?: RoomStatus[] | null

  @Field(() => [PmsCleaningStatus], { nullable: true, description: 'Has one of these cleaning statuses.' })
  cleaningStatus?: CleaningStatus[] | null

  @Field(() => [String], { nullable: true, description: 'Is of one of these kinds, as the PMS names them.' })
  roomType?: string[] | null

  @Field(() => [String], { nullable: true, description: 'Lies on one of these floors, as the PMS names them.' })
  floor?: string[] | null

  @Field(() => String, { nullable: true, description: 'Has this number.' })
  roomNumber?: string | null
}

export const PmsRoomOrderField = defineOrderFields('PmsRoomOrderField', {
  ROOM_NUMBER: ['roomNumber', 'Number or name on the door.'],
  FLOOR: ['floor', 'Floor.'],
  ROOM_TYPE: ['roomType', 'Kind of room.'],
  STATUS: ['status', 'Status, alphabetically.'],
  CLEANING_STATUS: ['cleaningStatus', 'Cleaning status, alphabetically.'],
  CREATED_AT: ['id', 'When it was first stored here.'],
  UPDATED_AT: ['updatedAt', 'When it last changed here.'],
})
export const PmsRoomOrder = orderInputOf('PmsRoom', PmsRoomOrderField)

@ArgsType()
export class RoomListArgs extends PageArgs {
  @Field(() => PmsRoomFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsRoomFilter | null

  @Field(() => PmsRoomOrder, { nullable: true, description: 'Orders the list; by room number if not given.' })
  orderBy?: Order<(typeof PmsRoomOrderField)[string]> | null
}
