import { defineSyncedEntity } from './synced-entity.ts'

export const syncedRoomType = defineSyncedEntity('ROOM_TYPE', {
  columns: {
    code: 'text',
    name: 'text',
    capacity: 'integer',
    roomCount: 'integer',
    sellable: 'boolean',
  },
})
