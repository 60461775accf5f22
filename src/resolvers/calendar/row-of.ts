import type { SyncedRows } from '../../entities/all.ts'
import type { ApiContext } from '../access/context.ts'
import type { AnsweredSeries } from './answer-calendar.ts'

/** The room type or rate plan that a series is of; null until it is synced. */
export function rowOf<Type extends 'ROOM_TYPE' | 'RATE_PLAN'>(
  { loaders }: ApiContext,
  type: Type,
  { hotelId, provider, ...series }: AnsweredSeries,
  field: 'roomTypeExternalId' | 'ratePlanExternalId',
): Promise<SyncedRows[Type] | null> {
  const key = { hotelId, provider, externalId: String(series[field]) }
  return loaders.rowsByExternalId[type].load(key) as Promise<SyncedRows[Type] | null>
}
