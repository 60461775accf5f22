import { RoomEntity } from '../../entities/room.ts'
import { defineSyncedEntity } from './synced-entity.ts'

export const syncedRoom = defineSyncedEntity('ROOM', {
  entity: RoomEntity,
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
