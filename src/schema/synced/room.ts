import { Directive, Field, Int, ObjectType } from 'type-graphql'
import type { CleaningStatus, RoomStatus } from '../../records/room.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { SafeInt } from '../common/scalars.ts'
import { SyncedRow } from '../common/synced-row.ts'

export const PmsRoomStatus = defineEnum<RoomStatus>('PmsRoomStatus', 'Availability of a room.', {
  AVAILABLE: 'Free to sell.',
  OCCUPIED: 'Occupied by a guest.',
  OUT_OF_ORDER: 'Not for sale and not counted as inventory, such as during repairs.',
  OUT_OF_SERVICE: 'Not for sale for a short time, but counted as inventory.',
  BLOCKED: 'Blocked by the hotel.',
})

export const PmsCleaningStatus = defineEnum<CleaningStatus>(
  'PmsCleaningStatus',
  'Cleaning status of a room, from housekeeping.',
  {
    CLEAN: 'Clean.',
    DIRTY: 'To be cleaned.',
    INSPECTED: 'Clean, and checked by a supervisor.',
    IN_PROGRESS: 'Being cleaned now.',
  },
)

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'A physical room, as the hotel’s PMS has it.' })
export class PmsRoom extends SyncedRow {
  @Field(() => String, { description: 'Room number or name, as on the door.' })
  roomNumber!: string

  @Field(() => String, { nullable: true, description: 'Room type, as the PMS names it.' })
  roomType!: string | null

  @Field(() => String, { nullable: true, description: 'Floor, as the PMS names it.' })
  floor!: string | null

  @Field(() => PmsRoomStatus, { description: 'Availability of the room.' })
  status!: RoomStatus

  @Field(() => PmsCleaningStatus, { description: 'Cleaning status, from housekeeping.' })
  cleaningStatus!: CleaningStatus

  @Field(() => Int, { nullable: true, description: 'Number of guests in the room now.' })
  occupancy!: number | null

  @Field(() => Int, { nullable: true, description: 'Largest number of guests.' })
  maxOccupancy!: number | null

  @Field(() => SafeInt, { nullable: true, description: 'Rate per night, in minor units of `currency`.' })
  rateCents!: number | null

  @Field(() => String, { nullable: true, description: 'ISO 4217 currency code of the rate.' })
  currency!: string | null

  @Field(() => [String], { nullable: true, description: 'Amenities of the room, as the PMS names them.' })
  amenities!: string[] | null
}

export const PmsRoomConnection = connectionOf(PmsRoom)
