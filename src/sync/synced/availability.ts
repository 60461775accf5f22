import { FAR, NEAR } from './calendar-days.ts'
import { defineSyncedSpans } from './synced-entity.ts'

export const syncedAvailability = defineSyncedSpans('AVAILABILITY', {
  table: 'pms_availability_month',
  series: ['roomTypeExternalId'],
  hasCurrency: false,
  due: [
    { slice: 'NEAR', every: '*/15 * * * *', days: NEAR },
    { slice: 'FAR', every: '0 2 * * *', days: FAR },
  ],
  attributes: {
    physical: 'integer[]',
    outOfOrder: 'integer[]',
    sold: 'integer[]',
    available: 'integer[]',
  },
})
