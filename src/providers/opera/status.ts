import type { BookingStatus } from '../../records/booking.ts'
import type { Condition, Discrepancy, Occupancy } from '../../records/housekeeping.ts'
import type { DerivationKind } from '../../records/rate-plan.ts'
import type { RoomStatus } from '../../records/room.ts'
import type { RoomBlockKind } from '../../records/room-block.ts'
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

/** A closed room hides how clean it is. */
export const conditions: StatusTable<Condition> = {
  values: {
    Clean: 'CLEAN',
    Dirty: 'DIRTY',
    Inspected: 'INSPECTED',
    Pickup: 'PICKUP',
    OutOfOrder: 'UNKNOWN',
    OutOfService: 'UNKNOWN',
  },
  fallback: 'UNKNOWN',
}

export const occupancies: StatusTable<Occupancy> = {
  values: { Vacant: 'VACANT', Occupied: 'OCCUPIED' },
  fallback: 'UNKNOWN',
}

export const discrepancies: Readonly<Record<string, Discrepancy>> = {
  Skip: 'SKIP',
  Sleep: 'SLEEP',
  PersonDiscrepancy: 'PERSONS',
}

/** What a reservation of a room does today. */
export const guestMoves = {
  Arrival: 'COMES',
  Arrived: 'COMES',
  DayUse: 'COMES_AND_LEAVES',
  DueOut: 'LEAVES',
  Departed: 'LEAVES',
  StayOver: 'STAYS',
  NotReserved: 'NOBODY',
} as const

export const serviceRequests = {
  DoNotDisturb: 'DO_NOT_DISTURB',
  ServiceDeclined: 'REFUSED',
  MakeUpRoom: 'WANTED',
  NoStatusSelected: 'NONE',
} as const

/** The third is spelt as the vendor spells it. */
export const turndowns = { Required: 'WANTED', NotRequired: 'NOT_WANTED', Compeleted: 'DONE' } as const

/** Falls to OUT_OF_SERVICE: whatever it is called, the room is not for sale. */
export const blockKinds: StatusTable<RoomBlockKind> = {
  values: { OutOfOrder: 'OUT_OF_ORDER', OutOfService: 'OUT_OF_SERVICE' },
  fallback: 'OUT_OF_SERVICE',
}

/** How prices follow those of another plan. */
export const derivations: Readonly<Record<string, DerivationKind>> = { FLT: 'AMOUNT', PCT: 'PERCENT' }
