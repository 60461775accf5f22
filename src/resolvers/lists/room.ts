import { HousekeepingEntity } from '../../entities/synced/housekeeping.ts'
import { type Room, RoomEntity } from '../../entities/synced/room.ts'
import type { PmsRoomFilter } from '../../schema/inputs/synced/room.ts'
import type { List } from '../paging/list.ts'
import { ofSyncedRow } from './conditions.ts'
import { rowChanges } from './row-changes.ts'

export const roomList: List<Room, PmsRoomFilter> = {
  name: 'rooms',
  table: 'pms_room',
  entity: RoomEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'roomNumber', direction: 'ASC' },
  joins: { housekeeping: { table: 'pms_housekeeping', entity: HousekeepingEntity, externalId: 'externalId' } },
  preparedFilters: ['status', 'cleaningStatus'],
  overlay: rowChanges('ROOM'),
  where(filter, bind) {
    const { status, cleaningStatus, roomType, floor, roomNumber } = filter
    return [
      ...ofSyncedRow(filter, bind),
      status && `t.status = ANY(${bind(status)})`,
      cleaningStatus && `t.cleaning_status = ANY(${bind(cleaningStatus)})`,
      roomType && `t.room_type = ANY(${bind(roomType)})`,
      floor && `t.floor = ANY(${bind(floor)})`,
      roomNumber && `t.room_number = ${bind(roomNumber)}`,
    ]
  },
}
