import type { PmsMaintenancePriority, PmsMaintenanceStatus } from '../../gql/graphql.ts'

export const STATUSES: Readonly<Record<PmsMaintenanceStatus, string>> = {
  OPEN: 'Open',
  IN_PROGRESS: 'In progress',
  RESOLVED: 'Resolved',
  CANCELLED: 'Cancelled',
}

export const PRIORITIES: Readonly<Record<PmsMaintenancePriority, string>> = {
  LOW: 'Low',
  NORMAL: 'Normal',
  HIGH: 'High',
  URGENT: 'Urgent',
}
