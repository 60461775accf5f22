import { z } from 'zod'
import { externalId, instant, optional, optionalText, recordBase } from './common.ts'
import { defineRecordType } from './record-type.ts'

export const MAINTENANCE_STATUSES = ['OPEN', 'IN_PROGRESS', 'RESOLVED', 'CANCELLED'] as const
export type MaintenanceStatus = (typeof MAINTENANCE_STATUSES)[number]

export const MAINTENANCE_PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const
export type MaintenancePriority = (typeof MAINTENANCE_PRIORITIES)[number]

/** Something to repair or to see to, as a PMS tells it. */
export const maintenanceRequestRecord = z.strictObject({
  ...recordBase,
  status: z.enum(MAINTENANCE_STATUSES),
  code: optionalText,
  title: optionalText,
  description: optionalText,
  priority: optional(z.enum(MAINTENANCE_PRIORITIES)),
  roomExternalId: optional(externalId),
  roomNumber: optionalText,
  /** Where it is when not in a room. */
  place: optionalText,
  assignee: optionalText,
  dueAt: optional(instant),
  reportedAt: optional(instant),
  resolvedAt: optional(instant),
})

export const maintenanceRequests = defineRecordType(
  { one: 'maintenance request', many: 'maintenance requests', says: 'What has to be repaired or seen to.' },
  maintenanceRequestRecord,
  // Somebody looks, rather than nobody.
  { status: 'OPEN' },
)

/** A validated maintenance request. */
export type NormalizedMaintenanceRequest = z.output<typeof maintenanceRequestRecord>
/** What an adapter's `normalize.maintenanceRequests` returns: optional fields may be left out. */
export type MaintenanceRequestInput = z.input<typeof maintenanceRequestRecord>
