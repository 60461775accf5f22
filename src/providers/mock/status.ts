import type { BookingStatus } from '../../records/booking.ts'
import type { CleaningStatus, RoomStatus } from '../../records/room.ts'
import type { StatusTable } from '../status.ts'

/** Falls to PENDING: it promises nobody a room, and nobody's room is given away. */
export const bookingStates: StatusTable<BookingStatus> = {
  values: {
    tentative: 'PENDING',
    booked: 'CONFIRMED',
    in_house: 'CHECKED_IN',
    departed: 'CHECKED_OUT',
    cancelled: 'CANCELLED',
    no_show: 'NO_SHOW',
  },
  fallback: 'PENDING',
}

/** Falls to OUT_OF_SERVICE: a room of which nothing is known must not be given to a guest. */
export const occupancyStates: StatusTable<RoomStatus> = {
  values: {
    vacant: 'AVAILABLE',
    occupied: 'OCCUPIED',
    defect: 'OUT_OF_ORDER',
    closed: 'OUT_OF_SERVICE',
    held: 'BLOCKED',
  },
  fallback: 'OUT_OF_SERVICE',
}

/** Falls to DIRTY: somebody looks before a guest does. */
export const housekeepingStates: StatusTable<CleaningStatus> = {
  values: { clean: 'CLEAN', dirty: 'DIRTY', checked: 'INSPECTED', working: 'IN_PROGRESS' },
  fallback: 'DIRTY',
}
