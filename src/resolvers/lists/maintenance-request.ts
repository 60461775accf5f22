import { type MaintenanceRequest, MaintenanceRequestEntity } from '../../entities/synced/maintenance-request.ts'
import { RoomEntity } from '../../entities/synced/room.ts'
import type { PmsMaintenanceRequestFilter } from '../../schema/inputs/synced/maintenance-request.ts'
import type { List } from '../paging/list.ts'
import { isOneOf, ofSyncedRow } from './conditions.ts'
import { rowChanges } from './row-changes.ts'

export const maintenanceRequestList: List<MaintenanceRequest, PmsMaintenanceRequestFilter> = {
  name: 'maintenanceRequests',
  table: 'pms_maintenance_request',
  entity: MaintenanceRequestEntity,
  parents: { hotelId: 'text', provider: 'text', roomExternalId: 'text' },
  defaultOrder: { field: 'reportedAt', direction: 'DESC' },
  joins: { room: { table: 'pms_room', entity: RoomEntity, externalId: 'roomExternalId' } },
  overlay: rowChanges('MAINTENANCE_REQUEST'),
  where(filter, bind) {
    const { status, priority, code, roomNumber, roomExternalId } = filter
    return [
      ...ofSyncedRow(filter, bind),
      status && isOneOf('t.status', status, bind),
      priority && `t.priority = ANY(${bind(priority)})`,
      code && `t.code = ${bind(code)}`,
      roomNumber && `t.room_number = ${bind(roomNumber)}`,
      roomExternalId && `t.room_external_id = ${bind(roomExternalId)}`,
    ]
  },
}
