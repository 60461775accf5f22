import { defineSyncedEntity } from './synced-entity.ts'

export const syncedHousekeeping = defineSyncedEntity('HOUSEKEEPING', {
  columns: {
    roomNumber: 'text',
    condition: 'text',
    occupancy: 'text',
    reportedOccupancy: 'text',
    discrepancy: 'text',
    stay: 'text',
    roomStatus: 'text',
    doNotDisturb: 'boolean',
    serviceRefused: 'boolean',
    turndown: 'boolean',
    attendant: 'text',
    note: 'text',
    businessDate: 'date',
  },
})
