import { ArgsType, Field, InputType } from 'type-graphql'
import type { MaintenancePriority, MaintenanceStatus } from '../../../records/maintenance-request.ts'
import { defineOrderFields } from '../../common/enum.ts'
import { PmsMaintenancePriority, PmsMaintenanceStatus } from '../../synced/maintenance-request.ts'
import { type Order, orderInputOf } from '../order.ts'
import { PageArgs } from '../page.ts'
import { SyncedRowFilter } from '../synced-row.ts'

@InputType({ description: 'Conditions on maintenance requests; all of them have to hold.' })
export class PmsMaintenanceRequestFilter extends SyncedRowFilter {
  @Field(() => [PmsMaintenanceStatus], { nullable: true, description: 'Status is one of these.' })
  status?: MaintenanceStatus[] | null

  @Field(() => [PmsMaintenancePriority], { nullable: true, description: 'Priority is one of these.' })
  priority?: MaintenancePriority[] | null

  @Field(() => String, { nullable: true, description: 'Code equals this.' })
  code?: string | null

  @Field(() => String, { nullable: true, description: 'Is about the room with this number.' })
  roomNumber?: string | null

  @Field(() => String, { nullable: true, description: 'Is about the room with this id at the PMS.' })
  roomExternalId?: string | null
}

export const PmsMaintenanceRequestOrderField = defineOrderFields('PmsMaintenanceRequestOrderField', {
  REPORTED_AT: ['reportedAt', 'When it was reported.'],
  DUE_AT: ['dueAt', 'When it has to be done.'],
  RESOLVED_AT: ['resolvedAt', 'When it was done.'],
  STATUS: ['status', 'Status, alphabetically.'],
  ROOM_NUMBER: ['roomNumber', 'Number of the room.'],
  CREATED_AT: ['id', 'When it was first stored.'],
  UPDATED_AT: ['updatedAt', 'When the stored version last changed.'],
})
export const PmsMaintenanceRequestOrder = orderInputOf('PmsMaintenanceRequest', PmsMaintenanceRequestOrderField)

@ArgsType()
export class MaintenanceRequestListArgs extends PageArgs {
  @Field(() => PmsMaintenanceRequestFilter, { nullable: true, description: 'Only items that match.' })
  filter?: PmsMaintenanceRequestFilter | null

  @Field(() => PmsMaintenanceRequestOrder, {
    nullable: true,
    description: 'Orders the list; by time of report if not given.',
  })
  orderBy?: Order<(typeof PmsMaintenanceRequestOrderField)[string]> | null
}
