import { Directive, Field, Int, ObjectType } from 'type-graphql'
import type { CleaningStatus, RoomStatus } from '../records/room.ts'
import { connectionOf } from './common/connection.ts'
import { defineEnum } from './common/enum.ts'
import { SafeInt } from './common/scalars.ts'
import { SyncedRow } from './common/synced-row.ts'

export const PmsRoomStatus = defineEnum<RoomStatus>('PmsRoomStatus', 'Whether a room can be sold.', {
  AVAILABLE: 'Free and sellable.',
  OCCUPIED: 'A guest lives in it.',
  OUT_OF_ORDER: 'Cannot be sold and does not count as inventory, such as for repairs.',
  OUT_OF_SERVICE: 'Cannot be sold for a short while, and counts as inventory.',
  BLOCKED: 'Held back by the hotel.',
})

export const PmsCleaningStatus = defineEnum<CleaningStatus>('PmsCleaningStatus', 'Housekeeping’s view of a room.', {
  CLEAN: 'Clean.',
  DIRTY: 'To be cleaned.',
  INSPECTED: 'Clean, and checked by a supervisor.',
  IN_PROGRESS: 'Being cleaned now.',
})

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'A physical room, as the PMS of its hotel tells it.' })
export class PmsRoom extends SyncedRow {
  @Field(() => String, { description: 'Number or name on the door.' })
  roomNumber!: string

  @Field(() => String, { nullable: true, description: 'Kind of room, as the PMS names it.' })
  roomType!: string | null

  @Field(() => String, { nullable: true, description: 'Floor, as the PMS names it.' })
  floor!: string | null

  @Field(() => PmsRoomStatus, { description: 'Whether it can be sold.' })
  status!: RoomStatus

  @Field(() => PmsCleaningStatus, { description: 'Housekeeping’s view.' })
  cleaningStatus!: CleaningStatus

  @Field(() => Int, { nullable: true, description: 'Persons in the room now.' })
  occupancy!: number | null

  @Field(() => Int, { nullable: true, description: 'Persons that it can take.' })
  maxOccupancy!: number | null

  @Field(() => SafeInt, { nullable: true, description: 'Rate per night in minor units of `currency`.' })
  rateCents!: number | null

  @Field(() => String, { nullable: true, description: 'ISO 4217 code of the rate.' })
  currency!: string | null

  @Field(() => [String], { nullable: true, description: 'What the room offers, as the PMS names it.' })
  amenities!: string[] | null
}

export const PmsRoomConnection = connectionOf(PmsRoom)
