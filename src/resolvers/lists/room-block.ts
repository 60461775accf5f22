import { RoomEntity } from '../../entities/synced/room.ts'
import { type RoomBlock, RoomBlockEntity } from '../../entities/synced/room-block.ts'
import type { PmsRoomBlockFilter } from '../../schema/inputs/synced/room-block.ts'
import type { List } from '../paging/list.ts'
import { ofSyncedRow } from './conditions.ts'
import { IS_OVER } from './room-day.ts'
import { rowChanges } from './row-changes.ts'

export const roomBlockList: List<RoomBlock, PmsRoomBlockFilter> = {
  name: 'roomBlocks',
  table: 'pms_room_block',
  entity: RoomBlockEntity,
  parents: { hotelId: 'text', provider: 'text', roomExternalId: 'text' },
  defaultOrder: { field: 'firstNight', direction: 'ASC' },
  joins: { room: { table: 'pms_room', entity: RoomEntity, externalId: 'roomExternalId' } },
  overlay: rowChanges('ROOM_BLOCK'),
  where(filter, bind) {
    const { kind, nights, covers, roomNumber, roomExternalId, isOverBooking } = filter
    const endsFrom = (night: unknown) => `(t.last_night >= ${bind(night)} OR t.last_night IS NULL)`
    return [
      ...ofSyncedRow(filter, bind),
      kind && `t.kind = ANY(${bind(kind)})`,
      nights?.from && endsFrom(nights.from),
      nights?.to && `t.first_night <= ${bind(nights.to)}`,
      covers && `${endsFrom(covers)} AND t.first_night <= ${bind(covers)}`,
      roomNumber && `t.room_number = ${bind(roomNumber)}`,
      typeof isOverBooking === 'boolean' && `${isOverBooking ? '' : 'NOT '}${OVER_BOOKING}`,
      roomExternalId && `t.room_external_id = ${bind(roomExternalId)}`,
    ]
  },
}

const OVER_BOOKING = `EXISTS (SELECT FROM pms_booking b, (SELECT t.*) AS k WHERE ${IS_OVER})`
