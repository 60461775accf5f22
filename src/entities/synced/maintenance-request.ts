import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { MAINTENANCE_PRIORITIES, MAINTENANCE_STATUSES } from '../../records/maintenance-request.ts'
import { instantColumn, syncedColumns } from '../columns.ts'

export const MaintenanceRequestEntity = defineEntity({
  name: 'MaintenanceRequest',
  tableName: 'pms_maintenance_request',
  properties: {
    ...syncedColumns(),
    status: p.enum(MAINTENANCE_STATUSES).columnType('text'),
    code: p.text().strictNullable(),
    title: p.text().strictNullable(),
    description: p.text().strictNullable(),
    priority: p.enum(MAINTENANCE_PRIORITIES).columnType('text').strictNullable(),
    roomExternalId: p.text().strictNullable(),
    roomNumber: p.text().strictNullable(),
    place: p.text().strictNullable(),
    assignee: p.text().strictNullable(),
    dueAt: instantColumn().strictNullable(),
    reportedAt: instantColumn().strictNullable(),
    resolvedAt: instantColumn().strictNullable(),
  },
})

export type MaintenanceRequest = InferEntity<typeof MaintenanceRequestEntity>
