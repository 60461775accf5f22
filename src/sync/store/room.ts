import { roomRecord } from '../../records/room.ts'
import { defineSyncedEntity } from './synced-entity.ts'

export const syncedRoom = defineSyncedEntity({
  type: 'ROOM',
  kind: 'rooms',
  record: roomRecord,
  table: 'pms_room',
  announce: (events, roomId, row) => events.emit('pms.room.synced', { roomId, ...row }),
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
