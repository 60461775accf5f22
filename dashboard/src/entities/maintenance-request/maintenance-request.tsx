import {
  MaintenanceRequestDocument,
  MaintenanceRequestsDocument,
  SyncMaintenanceRequestsDocument,
} from '../../gql/graphql.ts'
import { defineEntity } from '../entity.tsx'
import { oneOf } from '../list/filters.ts'
import { maintenanceRequestColumns } from './maintenance-request-columns.tsx'
import { MaintenanceRequestFacts } from './maintenance-request-facts.tsx'
import { PRIORITIES, STATUSES } from './words.ts'

export const maintenanceRequest = defineEntity({
  type: 'MAINTENANCE_REQUEST',
  sync: SyncMaintenanceRequestsDocument,
  list: {
    document: MaintenanceRequestsDocument,
    orders: ['REPORTED_AT', 'DUE_AT', 'RESOLVED_AT', 'STATUS', 'ROOM_NUMBER', 'UPDATED_AT'],
    hasPersonalData: true,
    columns: maintenanceRequestColumns,
    filters: {
      room: { kind: 'text', label: 'Room', width: 100 },
      status: { kind: 'choice', label: 'Status', choices: STATUSES },
      priority: { kind: 'choice', label: 'Priority', choices: PRIORITIES },
    },
    toFilter: ({ room, status, priority }) => ({
      roomNumber: room ?? null,
      status: oneOf(status),
      priority: oneOf(priority),
    }),
  },
  details: { document: MaintenanceRequestDocument, Facts: MaintenanceRequestFacts },
})
