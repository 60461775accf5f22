import { type RoomType, RoomTypeEntity } from '../../entities/synced/room-type.ts'
import type { PmsRoomTypeFilter } from '../../schema/inputs/synced/room-type.ts'
import type { List } from '../paging/list.ts'
import { ofSyncedRow } from './conditions.ts'
import { rowChanges } from './row-changes.ts'

export const roomTypeList: List<RoomType, PmsRoomTypeFilter> = {
  name: 'roomTypes',
  table: 'pms_room_type',
  entity: RoomTypeEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'name', direction: 'ASC' },
  overlay: rowChanges('ROOM_TYPE'),
  where(filter, bind) {
    const { code, sellable } = filter
    return [
      ...ofSyncedRow(filter, bind),
      code && `t.code = ${bind(code)}`,
      typeof sellable === 'boolean' && `t.sellable = ${bind(sellable)}`,
    ]
  },
}
