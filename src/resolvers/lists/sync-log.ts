import { type SyncLog, SyncLogEntity } from '../../entities/sync-log.ts'
import type { PmsSyncLogFilter } from '../../schema/inputs/sync-log.ts'
import type { List } from '../paging/list.ts'
import { within } from './conditions.ts'

/** `viewerHotelIds`: those of the viewer, when no single hotel was asked for. */
export const syncLogList: List<SyncLog, PmsSyncLogFilter & { viewerHotelIds?: readonly string[] }> = {
  name: 'syncLogs',
  table: 'pms_sync_log',
  entity: SyncLogEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'id', direction: 'DESC' },
  where({ status, entityType, slice, provider, operation, trigger, startedAt, hotelIds, viewerHotelIds }, bind) {
    return [
      viewerHotelIds && `t.hotel_id = ANY(${bind(viewerHotelIds)})`,
      hotelIds && `t.hotel_id = ANY(${bind(hotelIds)})`,
      status && `t.status = ANY(${bind(status)})`,
      entityType && `t.entity_type = ${bind(entityType)}`,
      typeof slice === 'string' && `t.slice = ${bind(slice)}`,
      provider && `t.provider = ${bind(provider)}`,
      operation && `t.operation = ${bind(operation)}`,
      trigger && `t.trigger = ${bind(trigger)}`,
      ...within('t.started_at', startedAt, '<', bind),
    ]
  },
}
