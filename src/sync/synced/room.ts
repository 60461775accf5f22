import { defineSyncedEntity } from './synced-entity.ts'

export const syncedRoom = defineSyncedEntity('ROOM', {
  columns: {
    roomNumber: 'text',
    roomType: 'text',
    floor: 'text',
    status: 'text',
    cleaningStatus: 'text',
    occupancy: 'integer',
    maxOccupancy: 'integer',
    rateCents: 'bigint',
    currency: 'text',
    amenities: 'jsonb',
  },
  history: ['status', 'cleaningStatus'],
  // Dirty until somebody says that it is clean: nobody is given it meanwhile.
  leftOut: { status: 'AVAILABLE', cleaningStatus: 'DIRTY' },
})
