import { defineSyncedEntity } from './synced-entity.ts'

export const syncedGuest = defineSyncedEntity('GUEST', {
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
