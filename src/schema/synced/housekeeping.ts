import { Directive, Field, ObjectType } from 'type-graphql'
import type { Condition, Discrepancy, Occupancy, Stay } from '../../records/housekeeping.ts'
import type { RoomStatus } from '../../records/room.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { Personal } from '../common/personal.ts'
import { LocalDate } from '../common/scalars.ts'
import { SyncedRow } from '../common/synced-row.ts'
import { PmsRoomStatus } from './room.ts'

export const PmsCondition = defineEnum<Condition>('PmsCondition', 'How clean a room is.', {
  CLEAN: 'Clean.',
  DIRTY: 'To be cleaned.',
  INSPECTED: 'Clean, and checked by a supervisor.',
  PICKUP: 'Nearly clean: to be tidied up.',
  IN_PROGRESS: 'Being cleaned now.',
  UNKNOWN: 'The PMS does not say, or hides it while the room is out of order.',
})

export const PmsOccupancy = defineEnum<Occupancy>('PmsOccupancy', 'Whether somebody is in a room.', {
  VACANT: 'Nobody is in it.',
  OCCUPIED: 'A guest is in it.',
  UNKNOWN: 'The PMS does not say.',
})

export const PmsDiscrepancy = defineEnum<Discrepancy>(
  'PmsDiscrepancy',
  'How what housekeeping found differs from what the front desk has.',
  {
    SKIP: 'The front desk has it occupied, and nobody is in it.',
    SLEEP: 'The front desk has it vacant, and somebody is in it.',
    PERSONS: 'Another number of guests is in it.',
  },
)

export const PmsStay = defineEnum<Stay>('PmsStay', 'What guests do in a room on a day.', {
  ARRIVAL: 'A guest arrives.',
  DEPARTURE: 'A guest leaves, and nobody follows that day.',
  TURNOVER: 'A guest leaves and another one arrives.',
  STAYOVER: 'The guest stays.',
  FREE: 'Nobody stays, leaves or arrives.',
})

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'The state of a room as the hotel’s PMS has it; one a room.' })
export class PmsHousekeeping extends SyncedRow {
  @Field(() => String, { nullable: true, description: 'Number of the room; see `room`.' })
  roomNumber!: string | null

  @Field(() => PmsCondition, { description: 'How clean the room is.' })
  condition!: Condition

  @Field(() => PmsOccupancy, { description: 'Whether somebody is in it, as the front desk has it.' })
  occupancy!: Occupancy

  @Field(() => PmsOccupancy, { nullable: true, description: 'The same, as housekeeping found it.' })
  reportedOccupancy!: Occupancy | null

  @Field(() => PmsDiscrepancy, { nullable: true, description: 'How the two differ; null when they do not.' })
  discrepancy!: Discrepancy | null

  @Field(() => PmsRoomStatus, { nullable: true, description: 'Availability of the room, as of now.' })
  roomStatus!: RoomStatus | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the guest does not want to be disturbed.' })
  doNotDisturb!: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the guest did not want the room to be cleaned.' })
  serviceRefused!: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the bed is to be turned down in the evening.' })
  turndown!: boolean | null

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Who cleans it. Without ADMIN_EDIT: initials.' })
  attendant!: string | null

  @Personal('HIDDEN')
  @Field(() => String, { nullable: true, description: 'Note for housekeeping. Without ADMIN_EDIT: null.' })
  note!: string | null

  @Field(() => LocalDate, { nullable: true, description: 'The hotel’s day that this is about.' })
  businessDate!: string | null
}

export const PmsHousekeepingConnection = connectionOf(PmsHousekeeping)
