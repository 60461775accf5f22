import { Directive, Field, ObjectType } from 'type-graphql'
import type { Condition } from '../../records/housekeeping.ts'
import type { RoomBlockKind } from '../../records/room-block.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { Personal } from '../common/personal.ts'
import { DateTime, LocalDate } from '../common/scalars.ts'
import { SyncedRow } from '../common/synced-row.ts'
import { PmsCondition } from './housekeeping.ts'

export const PmsRoomBlockKind = defineEnum<RoomBlockKind>('PmsRoomBlockKind', 'Why a room is not sold.', {
  OUT_OF_ORDER: 'Cannot be used, and is not counted as inventory.',
  OUT_OF_SERVICE: 'Not for sale for a short time, but counted as inventory.',
  HOUSE_USE: 'Used by the hotel itself.',
  HOLD: 'Kept back for somebody.',
})

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'Nights on which a room is not sold, as the hotel’s PMS has them.' })
export class PmsRoomBlock extends SyncedRow {
  @Field(() => PmsRoomBlockKind, { description: 'Why the room is not sold.' })
  kind!: RoomBlockKind

  @Field(() => String, { description: 'Id of the room at the PMS; see `room`.' })
  roomExternalId!: string

  @Field(() => String, { nullable: true, description: 'Number of the room.' })
  roomNumber!: string | null

  @Field(() => LocalDate, { description: 'First night on which it is not sold, in the hotel’s calendar.' })
  firstNight!: string

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last night on which it is not sold; null until further notice.',
  })
  lastNight!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When it begins, where the PMS has times of day.' })
  startsAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it ends, where the PMS has times of day.' })
  endsAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Reason, as a code of the hotel.' })
  reasonCode!: string | null

  @Personal('HIDDEN')
  @Field(() => String, { nullable: true, description: 'Reason, in words of staff. Without ADMIN_EDIT: null.' })
  reason!: string | null

  @Field(() => PmsCondition, { nullable: true, description: 'How clean the room is when it ends.' })
  returnCondition!: Condition | null
}

export const PmsRoomBlockConnection = connectionOf(PmsRoomBlock)
