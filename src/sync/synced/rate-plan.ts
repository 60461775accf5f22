import { defineSyncedEntity } from './synced-entity.ts'

export const syncedRatePlan = defineSyncedEntity('RATE_PLAN', {
  columns: {
    code: 'text',
    name: 'text',
    currency: 'text',
    taxIncluded: 'boolean',
    pricing: 'text',
    derivedFromExternalId: 'text',
    derivationKind: 'text',
    derivationValue: 'bigint',
  },
})
