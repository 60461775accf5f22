import { FAR, NEAR } from './calendar-days.ts'
import { defineSyncedSpans } from './synced-entity.ts'

export const syncedRate = defineSyncedSpans('RATE', {
  table: 'pms_rate_month',
  series: ['ratePlanExternalId', 'roomTypeExternalId'],
  hasCurrency: true,
  due: [
    { slice: 'NEAR', every: '0 * * * *', days: NEAR },
    { slice: 'FAR', every: '0 2 * * *', days: FAR },
  ],
  attributes: {
    amounts: 'bigint[][]',
    extraAdult: 'bigint[]',
    extraChild: 'bigint[]',
    closed: 'boolean[]',
    closedToArrival: 'boolean[]',
    closedToDeparture: 'boolean[]',
    minStayArrival: 'smallint[]',
    minStayThrough: 'smallint[]',
    maxStay: 'smallint[]',
    cutoffDays: 'smallint[]',
  },
})
