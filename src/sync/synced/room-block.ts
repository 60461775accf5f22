import { defineSyncedEntity } from './synced-entity.ts'

export const syncedRoomBlock = defineSyncedEntity('ROOM_BLOCK', {
  days: ['firstNight', 'lastNight'],
  columns: {
    kind: 'text',
    roomExternalId: 'text',
    roomNumber: 'text',
    firstNight: 'date',
    lastNight: 'date',
    startsAt: 'timestamptz',
    endsAt: 'timestamptz',
    reasonCode: 'text',
    reason: 'text',
    returnCondition: 'text',
  },
})
