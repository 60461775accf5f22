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
})
