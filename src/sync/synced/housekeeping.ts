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
  // A room that has been cleaned is wanted at the desk: sooner than what the schedule is for.
  due: [{ slice: '', every: '*/5 * * * *' }],
  history: ['condition', 'occupancy', 'reportedOccupancy', 'discrepancy', 'roomStatus', 'attendant'],
  historyDays: 90,
  // A room has one word less: it is not tidied up, it is being cleaned.
  projects: {
    onto: 'ROOM',
    by: 'externalId',
    fields: {
      status: ({ roomStatus }) => roomStatus,
      cleaningStatus: ({ condition }) =>
        condition === 'UNKNOWN' ? null : condition === 'PICKUP' ? 'IN_PROGRESS' : condition,
    },
  },
})
