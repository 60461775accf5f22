import { type Booking, BookingEntity } from '../../entities/synced/booking.ts'
import { GuestEntity } from '../../entities/synced/guest.ts'
import { RoomEntity } from '../../entities/synced/room.ts'
import { RoomTypeEntity } from '../../entities/synced/room-type.ts'
import { sqlLiteral } from '../../platform/database/literal.ts'
import type { PmsBookingFilter } from '../../schema/inputs/synced/booking.ts'
import type { List } from '../paging/list.ts'
import { isFoundBy, isOneOf, ofSyncedRow, within } from './conditions.ts'
import { rowChanges } from './row-changes.ts'

export const bookingList: List<Booking, PmsBookingFilter> = {
  name: 'bookings',
  table: 'pms_booking',
  entity: BookingEntity,
  parents: { hotelId: 'text', provider: 'text', roomExternalId: 'text', guestExternalId: 'text' },
  defaultOrder: { field: 'checkIn', direction: 'ASC' },
  preparedFilters: ['status', 'checkIn', 'stayCovers'],
  joins: {
    guest: { table: 'pms_guest', entity: GuestEntity, externalId: 'guestExternalId' },
    room: { table: 'pms_room', entity: RoomEntity, externalId: 'roomExternalId' },
    bookedRoomType: { table: 'pms_room_type', entity: RoomTypeEntity, externalId: 'roomTypeExternalId' },
  },
  overlay: rowChanges('BOOKING'),
  where(filter, bind) {
    const { status, checkIn, checkOut, stayCovers, search, roomNumber } = filter
    const { roomExternalId, guestExternalId, roomTypeExternalId, ratePlanExternalId } = filter
    return [
      ...ofSyncedRow(filter, bind, 'pms_booking'),
      // Told apart by text: most bookings of a hotel are of two statuses, and the planner has to know which.
      status && isOneOf('t.status', status, sqlLiteral),
      ...within('t.check_in', checkIn, '<=', bind),
      ...within('t.check_out', checkOut, '<=', bind),
      // A day use, which leaves on the day it comes, counts on that day.
      stayCovers &&
        `t.check_in <= ${bind(stayCovers)} AND (t.check_out > ${bind(stayCovers)} OR t.check_in = ${bind(stayCovers)})`,
      search && isFoundBy('pms_bookings_by_search', bind(search)),
      roomNumber && `t.room_number = ${bind(roomNumber)}`,
      roomExternalId && `t.room_external_id = ${bind(roomExternalId)}`,
      guestExternalId && `t.guest_external_id = ${bind(guestExternalId)}`,
      roomTypeExternalId && `t.room_type_external_id = ${bind(roomTypeExternalId)}`,
      ratePlanExternalId && `t.rate_plan_external_id = ${bind(ratePlanExternalId)}`,
    ]
  },
}
