import { defineSyncedEntity } from './synced-entity.ts'

export const syncedMaintenanceRequest = defineSyncedEntity('MAINTENANCE_REQUEST', {
  columns: {
    status: 'text',
    code: 'text',
    title: 'text',
    description: 'text',
    priority: 'text',
    roomExternalId: 'text',
    roomNumber: 'text',
    place: 'text',
    assignee: 'text',
    dueAt: 'timestamptz',
    reportedAt: 'timestamptz',
    resolvedAt: 'timestamptz',
  },
})
