import { GuestEntity } from '../../entities/guest.ts'
import { defineSyncedEntity } from './synced-entity.ts'

export const syncedGuest = defineSyncedEntity('GUEST', {
  entity: GuestEntity,
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
