import type { BookingStatus } from '../../records/booking.ts'
import type { CleaningStatus, RoomStatus } from '../../records/room.ts'
import type { StatusTable } from '../status.ts'

/** Falls to PENDING: it promises nobody a room, and nobody's room is given away. */
export const bookingStates: StatusTable<BookingStatus> = {
  values: {
    Requested: 'PENDING',
    Waitlisted: 'PENDING',
    Reserved: 'CONFIRMED',
    DueIn: 'CONFIRMED',
    InHouse: 'CHECKED_IN',
    DueOut: 'CHECKED_IN',
    Walkin: 'CHECKED_IN',
    PendingCheckout: 'CHECKED_IN',
    CheckedOut: 'CHECKED_OUT',
    Cancelled: 'CANCELLED',
    NoShow: 'NO_SHOW',
  },
  fallback: 'PENDING',
}

/** Room states that stand where the cleaning state would, and hide it. */
export const closures: Readonly<Record<string, RoomStatus>> = {
  OutOfOrder: 'OUT_OF_ORDER',
  OutOfService: 'OUT_OF_SERVICE',
}

/** What the front office says. Falls to OUT_OF_SERVICE: a room of which nothing is known must not be given to a guest. */
export const occupancyStates: StatusTable<RoomStatus> = {
  values: { Vacant: 'AVAILABLE', Occupied: 'OCCUPIED' },
  fallback: 'OUT_OF_SERVICE',
}

/** Falls to DIRTY: somebody looks before a guest does. */
export const cleaningStates: StatusTable<CleaningStatus> = {
  values: { Clean: 'CLEAN', Dirty: 'DIRTY', Inspected: 'INSPECTED', Pickup: 'IN_PROGRESS' },
  fallback: 'DIRTY',
}
