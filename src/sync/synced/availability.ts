import { defineSyncedSpans } from './synced-entity.ts'

export const syncedAvailability = defineSyncedSpans('AVAILABILITY', {
  table: 'pms_availability_month',
  series: ['roomTypeExternalId'],
  hasCurrency: false,
  due: [
    { slice: 'NEAR', every: '*/15 * * * *' },
    { slice: 'FAR', every: '0 2 * * *' },
  ],
  attributes: {
    physical: 'integer[]',
    outOfOrder: 'integer[]',
    sold: 'integer[]',
    available: 'integer[]',
  },
})
