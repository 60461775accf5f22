import { Directive, Field, ObjectType } from 'type-graphql'
import type { MaintenancePriority, MaintenanceStatus } from '../../records/maintenance-request.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { Personal } from '../common/personal.ts'
import { DateTime } from '../common/scalars.ts'
import { SyncedRow } from '../common/synced-row.ts'

export const PmsMaintenanceStatus = defineEnum<MaintenanceStatus>(
  'PmsMaintenanceStatus',
  'How far a maintenance request is.',
  {
    OPEN: 'Nobody has begun.',
    IN_PROGRESS: 'Somebody is at it.',
    RESOLVED: 'Done.',
    CANCELLED: 'Given up.',
  },
)

export const PmsMaintenancePriority = defineEnum<MaintenancePriority>(
  'PmsMaintenancePriority',
  'How urgent a maintenance request is.',
  {
    LOW: 'Can wait.',
    NORMAL: 'In its turn.',
    HIGH: 'Before others.',
    URGENT: 'At once.',
  },
)

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'Something to repair or to see to, as the hotel’s PMS has it.' })
export class PmsMaintenanceRequest extends SyncedRow {
  @Field(() => PmsMaintenanceStatus, { description: 'How far it is.' })
  status!: MaintenanceStatus

  @Field(() => String, { nullable: true, description: 'What kind of thing it is, as a code of the hotel.' })
  code!: string | null

  @Field(() => String, { nullable: true, description: 'What it is, in short.' })
  title!: string | null

  @Personal('HIDDEN')
  @Field(() => String, { nullable: true, description: 'What it is, in words of staff. Without ADMIN_EDIT: null.' })
  description!: string | null

  @Field(() => PmsMaintenancePriority, {
    nullable: true,
    description: 'How urgent it is; null when the PMS does not say.',
  })
  priority!: MaintenancePriority | null

  @Field(() => String, { nullable: true, description: 'Id of the room at the PMS; see `room`.' })
  roomExternalId!: string | null

  @Field(() => String, { nullable: true, description: 'Number of the room.' })
  roomNumber!: string | null

  @Field(() => String, { nullable: true, description: 'Where it is when not in a room.' })
  place!: string | null

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Who sees to it. Without ADMIN_EDIT: initials.' })
  assignee!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When it has to be done.' })
  dueAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was reported.' })
  reportedAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was done.' })
  resolvedAt!: Date | null
}

export const PmsMaintenanceRequestConnection = connectionOf(PmsMaintenanceRequest)
