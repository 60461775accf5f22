import { guestRecord } from '../../records/guest.ts'
import { defineSyncedEntity } from './synced-entity.ts'

export const syncedGuest = defineSyncedEntity({
  type: 'GUEST',
  kind: 'guests',
  record: guestRecord,
  table: 'pms_guest',
  announce: (events, guestId, row) => events.emit('pms.guest.synced', { guestId, ...row }),
  columns: {
    firstName: 'text',
    lastName: 'text',
    email: 'text',
    phone: 'text',
    country: 'text',
    dateOfBirth: 'date',
    loyaltyTier: 'text',
    totalStays: 'integer',
    totalSpent: 'bigint',
    preferences: 'jsonb',
  },
})
