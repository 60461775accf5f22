import type { BookingStatus } from '../../records/booking.ts'
import type { Condition, Discrepancy, Occupancy, Stay } from '../../records/housekeeping.ts'
import type { MaintenancePriority, MaintenanceStatus } from '../../records/maintenance-request.ts'
import type { RatePricing } from '../../records/rate-plan.ts'
import type { CleaningStatus, RoomStatus } from '../../records/room.ts'
import type { RoomBlockKind } from '../../records/room-block.ts'
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

export const pricings: Readonly<Record<string, RatePricing>> = {
  room: 'PER_ROOM',
  occupancy: 'PER_OCCUPANCY',
  person: 'PER_PERSON',
}

export const conditions: StatusTable<Condition> = {
  values: {
    clean: 'CLEAN',
    dirty: 'DIRTY',
    checked: 'INSPECTED',
    tidy_up: 'PICKUP',
    working: 'IN_PROGRESS',
    unknown: 'UNKNOWN',
  },
  fallback: 'UNKNOWN',
}

export const occupancies: StatusTable<Occupancy> = {
  values: { vacant: 'VACANT', occupied: 'OCCUPIED', unknown: 'UNKNOWN' },
  fallback: 'UNKNOWN',
}

export const discrepancies: Readonly<Record<string, Discrepancy>> = { skip: 'SKIP', sleep: 'SLEEP', persons: 'PERSONS' }

export const stays: Readonly<Record<string, Stay>> = {
  arrival: 'ARRIVAL',
  departure: 'DEPARTURE',
  turnover: 'TURNOVER',
  stayover: 'STAYOVER',
  free: 'FREE',
}

/** Falls to OUT_OF_SERVICE: whatever it is called, the room is not for sale. */
export const blockKinds: StatusTable<RoomBlockKind> = {
  values: { defect: 'OUT_OF_ORDER', closed: 'OUT_OF_SERVICE', house_use: 'HOUSE_USE', held: 'HOLD' },
  fallback: 'OUT_OF_SERVICE',
}

/** Falls to OPEN: somebody looks, rather than nobody. */
export const maintenanceStates: StatusTable<MaintenanceStatus> = {
  values: { open: 'OPEN', started: 'IN_PROGRESS', done: 'RESOLVED', dropped: 'CANCELLED' },
  fallback: 'OPEN',
}

export const priorities: Readonly<Record<string, MaintenancePriority>> = {
  low: 'LOW',
  normal: 'NORMAL',
  high: 'HIGH',
  urgent: 'URGENT',
}
