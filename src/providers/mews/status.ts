import type { BookingStatus } from '../../records/booking.ts'
import type { Condition } from '../../records/housekeeping.ts'
import type { MaintenanceStatus } from '../../records/maintenance-request.ts'
import type { RoomStatus } from '../../records/room.ts'
import type { RoomBlockKind } from '../../records/room-block.ts'
import type { StatusTable } from '../status.ts'

/** Falls to PENDING: it promises nobody a room, and nobody's room is given away. `Enquired` is the older `Inquired`. */
export const bookingStates: StatusTable<BookingStatus> = {
  values: {
    Optional: 'PENDING',
    Inquired: 'PENDING',
    Enquired: 'PENDING',
    Requested: 'PENDING',
    Confirmed: 'CONFIRMED',
    Started: 'CHECKED_IN',
    Processed: 'CHECKED_OUT',
    Canceled: 'CANCELLED',
  },
  fallback: 'PENDING',
}

/** A resource has one state for both. Falls to OUT_OF_SERVICE: a room of which nothing is known is not for guests. */
export const resourceStates: StatusTable<RoomStatus> = {
  values: {
    Clean: 'AVAILABLE',
    Dirty: 'AVAILABLE',
    Inspected: 'AVAILABLE',
    OutOfService: 'OUT_OF_SERVICE',
    OutOfOrder: 'OUT_OF_ORDER',
  },
  fallback: 'OUT_OF_SERVICE',
}

/** Nothing is said about a room that is closed: it stays as it was. */
export const conditions: StatusTable<Condition> = {
  values: { Clean: 'CLEAN', Dirty: 'DIRTY', Inspected: 'INSPECTED', OutOfService: 'UNKNOWN', OutOfOrder: 'UNKNOWN' },
  fallback: 'UNKNOWN',
}

export const blockTypes: StatusTable<RoomStatus> = {
  values: { OutOfOrder: 'OUT_OF_ORDER', InternalUse: 'BLOCKED' },
  fallback: 'BLOCKED',
}

/** Of several things that are true of a room, the first of these counts. */
export const ROOM_PRECEDENCE: readonly RoomStatus[] = [
  'OUT_OF_ORDER',
  'OUT_OF_SERVICE',
  'BLOCKED',
  'OCCUPIED',
  'AVAILABLE',
]

export const origins: StatusTable<string> = {
  values: {
    Distributor: 'DIRECT',
    Navigator: 'DIRECT',
    Commander: 'DIRECT',
    ChannelManager: 'OTA',
    Connector: 'API',
    Import: 'IMPORT',
  },
  fallback: 'OTHER',
}

/** Falls to OUT_OF_SERVICE: whatever it is called, the room is not for sale. */
export const roomBlockKinds: StatusTable<RoomBlockKind> = {
  values: { OutOfOrder: 'OUT_OF_ORDER', InternalUse: 'HOUSE_USE' },
  fallback: 'OUT_OF_SERVICE',
}

/** The documentation names no other than `Open`. Falls to OPEN: somebody looks, rather than nobody. */
export const taskStates: StatusTable<MaintenanceStatus> = {
  values: { Open: 'OPEN', Closed: 'RESOLVED' },
  fallback: 'OPEN',
}
