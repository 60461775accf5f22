import type { BookingStatus } from '../../records/booking.ts'
import type { Condition, Stay } from '../../records/housekeeping.ts'
import type { DerivationKind } from '../../records/rate-plan.ts'
import type { RoomStatus } from '../../records/room.ts'
import type { RoomBlockKind } from '../../records/room-block.ts'
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

/** Of the blocks themselves. Falls to OUT_OF_SERVICE: whatever it is called, the room is not for sale. */
export const blockKinds: StatusTable<RoomBlockKind> = {
  values: { out_of_service: 'OUT_OF_SERVICE', courtesy_hold: 'HOLD', blocked_dates: 'HOLD' },
  fallback: 'OUT_OF_SERVICE',
}

/** Falls to UNKNOWN: the room stays as it was. */
export const conditions: StatusTable<Condition> = {
  values: { clean: 'CLEAN', dirty: 'DIRTY', inspected: 'INSPECTED' },
  fallback: 'UNKNOWN',
}

export const stays: Readonly<Record<string, Stay>> = {
  'check-in': 'ARRIVAL',
  'check-out': 'DEPARTURE',
  turnover: 'TURNOVER',
  stayover: 'STAYOVER',
  unused: 'FREE',
}

/** How a rate follows another one. */
export const derivations: Readonly<Record<string, DerivationKind>> = { percentage: 'PERCENT', fixed: 'AMOUNT' }
