import { defineSyncedEntity } from './synced-entity.ts'

export const syncedLostItem = defineSyncedEntity('LOST_ITEM', {
  columns: {
    description: 'text',
    status: 'text',
    roomNumber: 'text',
    isValuable: 'boolean',
    foundAt: 'timestamptz',
    tags: 'text[]',
  },
})
