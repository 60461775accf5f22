import { type Housekeeping, HousekeepingEntity } from '../../entities/synced/housekeeping.ts'
import { RoomEntity } from '../../entities/synced/room.ts'
import type { PmsHousekeepingFilter } from '../../schema/inputs/synced/housekeeping.ts'
import type { List } from '../paging/list.ts'
import { ofSyncedRow } from './conditions.ts'
import { STAY } from './room-day.ts'
import { rowChanges } from './row-changes.ts'

export const housekeepingList: List<Housekeeping, PmsHousekeepingFilter> = {
  name: 'housekeeping',
  table: 'pms_housekeeping',
  entity: HousekeepingEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'roomNumber', direction: 'ASC' },
  joins: { room: { table: 'pms_room', entity: RoomEntity, externalId: 'externalId' } },
  overlay: rowChanges('HOUSEKEEPING'),
  where(filter, bind) {
    const { condition, occupancy, discrepancy, stay, roomStatus, roomNumber } = filter
    return [
      ...ofSyncedRow(filter, bind),
      condition && `t.condition = ANY(${bind(condition)})`,
      occupancy && `t.occupancy = ANY(${bind(occupancy)})`,
      discrepancy && `t.discrepancy = ANY(${bind(discrepancy)})`,
      stay && `${STAY} = ANY(${bind(stay)})`,
      roomStatus && `t.room_status = ANY(${bind(roomStatus)})`,
      roomNumber && `t.room_number = ${bind(roomNumber)}`,
    ]
  },
}
