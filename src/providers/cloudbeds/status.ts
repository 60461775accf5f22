import type { BookingStatus } from '../../records/booking.ts'
import type { DerivationKind } from '../../records/rate-plan.ts'
import type { CleaningStatus, RoomStatus } from '../../records/room.ts'
import type { StatusTable } from '../status.ts'

/** Of reservations, rooms in them and guests. Falls to PENDING: it promises nobody a room, and gives nobody's away. */
export const bookingStates: StatusTable<BookingStatus> = {
  values: {
    not_confirmed: 'PENDING',
    in_progress: 'PENDING',
    call2confirm: 'PENDING',
    paypal_init: 'PENDING',
    pending_payment: 'PENDING',
    confirmed: 'CONFIRMED',
    not_checked_in: 'CONFIRMED',
    checked_in: 'CHECKED_IN',
    in_house: 'CHECKED_IN',
    checked_out: 'CHECKED_OUT',
    canceled: 'CANCELLED',
    cancelled: 'CANCELLED',
    no_show: 'NO_SHOW',
  },
  fallback: 'PENDING',
}

/** The vendor knows no room that is out of order. */
export const blockTypes: StatusTable<RoomStatus> = {
  values: { out_of_service: 'OUT_OF_SERVICE', blocked_dates: 'BLOCKED', courtesy_hold: 'BLOCKED' },
  fallback: 'BLOCKED',
}

/** Falls to DIRTY: somebody looks before a guest does. */
export const cleaningStates: StatusTable<CleaningStatus> = {
  values: { clean: 'CLEAN', dirty: 'DIRTY', inspected: 'INSPECTED' },
  fallback: 'DIRTY',
}

/** How a rate follows another one. */
export const derivations: Readonly<Record<string, DerivationKind>> = { percentage: 'PERCENT', fixed: 'AMOUNT' }
