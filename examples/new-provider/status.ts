import type { StatusTable } from '../../src/providers/status.ts'
import type { BookingStatus } from '../../src/records/booking.ts'

/** An unknown status falls to PENDING, which promises nobody a room, and is reported. */
export const reservationStates: StatusTable<BookingStatus> = {
  values: {
    option: 'PENDING',
    fixed: 'CONFIRMED',
    here: 'CHECKED_IN',
    gone: 'CHECKED_OUT',
    off: 'CANCELLED',
    missed: 'NO_SHOW',
  },
  fallback: 'PENDING',
}
