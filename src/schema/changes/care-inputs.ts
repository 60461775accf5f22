import { Field, ID, InputType } from 'type-graphql'
import type { Condition } from '../../records/housekeeping.ts'
import type { MaintenancePriority, MaintenanceStatus } from '../../records/maintenance-request.ts'
import type { RoomBlockKind } from '../../records/room-block.ts'
import { DateTime, LocalDate } from '../common/scalars.ts'
import { PmsCondition } from '../synced/housekeeping.ts'
import { PmsMaintenancePriority, PmsMaintenanceStatus } from '../synced/maintenance-request.ts'
import { PmsRoomBlockKind } from '../synced/room-block.ts'
import { PmsActionInput } from './inputs.ts'

@InputType({ description: 'How clean rooms are to be at the PMS.' })
export class PmsHousekeepingUpdateInput extends PmsActionInput {
  @Field(() => [ID], { description: 'Ids of the rooms in this service, at most 200. Each gets a change of its own.' })
  roomIds!: string[]

  @Field(() => PmsCondition, {
    description: 'How clean they are; not UNKNOWN, and nothing that the PMS has no word for.',
  })
  condition!: Condition

  @Field(() => PmsCondition, {
    nullable: true,
    description: 'How clean they were when they were seen; refused with STALE_EXPECTED where it is not so.',
  })
  expected?: Condition | null

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads it later.' })
  reason?: string | null
}

@InputType({ description: 'Nights on which a room is not to be sold.' })
export class PmsRoomBlockCreateInput extends PmsActionInput {
  @Field(() => ID, { description: 'Id of the room in this service.' })
  roomId!: string

  @Field(() => PmsRoomBlockKind, { description: 'Why the room is not sold.' })
  kind!: RoomBlockKind

  @Field(() => LocalDate, { description: 'First night, in the hotel’s calendar.' })
  firstNight!: string

  @Field(() => LocalDate, { description: 'Last night.' })
  lastNight!: string

  @Field(() => String, { nullable: true, description: 'Reason, as a code of the hotel.' })
  reasonCode?: string | null

  @Field(() => String, { nullable: true, description: 'Reason, in words of staff; the PMS keeps it.' })
  reason?: string | null

  @Field(() => PmsCondition, { nullable: true, description: 'How clean the room is when it ends.' })
  returnCondition?: Condition | null
}

@InputType({ description: 'A room block to end.' })
export class PmsRoomBlockEndInput extends PmsActionInput {
  @Field(() => ID, { description: 'Id of the room block in this service.' })
  roomBlockId!: string

  @Field(() => PmsCondition, { nullable: true, description: 'How clean the room is then.' })
  returnCondition?: Condition | null

  @Field(() => String, { nullable: true, description: 'Why, for whoever reads it later.' })
  reason?: string | null
}

@InputType({ description: 'Something to be repaired or seen to in a room.' })
export class PmsMaintenanceRequestCreateInput extends PmsActionInput {
  @Field(() => ID, { description: 'Id of the room in this service.' })
  roomId!: string

  @Field(() => String, { description: 'What it is, in short: at most 200 characters.' })
  title!: string

  @Field(() => String, { nullable: true, description: 'What kind of thing it is, as a code of the hotel.' })
  code?: string | null

  @Field(() => String, { nullable: true, description: 'What it is, in words of staff.' })
  description?: string | null

  @Field(() => PmsMaintenancePriority, { nullable: true, description: 'How urgent it is.' })
  priority?: MaintenancePriority | null

  @Field(() => String, { nullable: true, description: 'Who is to see to it.' })
  assignee?: string | null

  @Field(() => DateTime, { nullable: true, description: 'When it has to be done.' })
  dueAt?: Date | null
}

@InputType({ description: 'What to change of a maintenance request; what is left out stays, null takes a value away.' })
export class PmsMaintenanceRequestUpdateInput extends PmsActionInput {
  @Field(() => ID, { description: 'Id of the maintenance request in this service.' })
  maintenanceRequestId!: string

  @Field(() => PmsMaintenanceStatus, { nullable: true, description: 'How far it is.' })
  status?: MaintenanceStatus | null

  @Field(() => PmsMaintenanceStatus, {
    nullable: true,
    description: 'How far it was when it was seen; refused with STALE_EXPECTED where it is not so.',
  })
  expectedStatus?: MaintenanceStatus | null

  @Field(() => String, { nullable: true, description: 'What it is, in short: at most 200 characters.' })
  title?: string | null

  @Field(() => String, { nullable: true, description: 'What kind of thing it is, as a code of the hotel.' })
  code?: string | null

  @Field(() => String, { nullable: true, description: 'What it is, in words of staff.' })
  description?: string | null

  @Field(() => PmsMaintenancePriority, { nullable: true, description: 'How urgent it is.' })
  priority?: MaintenancePriority | null

  @Field(() => String, { nullable: true, description: 'Who sees to it.' })
  assignee?: string | null

  @Field(() => DateTime, { nullable: true, description: 'When it has to be done.' })
  dueAt?: Date | null
}
