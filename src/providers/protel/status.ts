import type { BookingStatus } from '../../records/booking.ts'
import type { CleaningStatus, RoomStatus } from '../../records/room.ts'
import type { RoomBlockKind } from '../../records/room-block.ts'
import type { NormalizeContext } from '../provider.ts'
import { mapStatus, type StatusTable } from '../status.ts'

/** Falls to PENDING: it promises nobody a room, and nobody's room is given away. */
export const reservationStatuses: StatusTable<BookingStatus> = {
  values: {
    RESERVED: 'CONFIRMED',
    WAITLISTED: 'PENDING',
    REQUESTED: 'PENDING',
    REQUEST_DENIED: 'CANCELLED',
    CANCELLED: 'CANCELLED',
    NO_SHOW: 'NO_SHOW',
    IN_HOUSE: 'CHECKED_IN',
    CHECKED_OUT: 'CHECKED_OUT',
  },
  fallback: 'PENDING',
}

/**
 * One word says how clean a room is and who is in it, but not always both: what it leaves open is read as free and, for
 * rooms that are closed, as dirty. Falls to OUT_OF_SERVICE and DIRTY: nobody is sent into a room that nobody knows.
 */
const HOUSEKEEPING: Readonly<Record<string, readonly [RoomStatus, CleaningStatus]>> = {
  VACANT_CLEAN: ['AVAILABLE', 'CLEAN'],
  VACANT_DIRTY: ['AVAILABLE', 'DIRTY'],
  OCCUPIED_CLEAN: ['OCCUPIED', 'CLEAN'],
  OCCUPIED_DIRTY: ['OCCUPIED', 'DIRTY'],
  PICKUP: ['AVAILABLE', 'IN_PROGRESS'],
  NEEDS_INSPECTION: ['AVAILABLE', 'CLEAN'],
  OUT_OF_ORDER: ['OUT_OF_ORDER', 'DIRTY'],
  OFF_MARKET: ['OUT_OF_SERVICE', 'DIRTY'],
}

const roomStatuses: StatusTable<RoomStatus> = { values: column(0), fallback: 'OUT_OF_SERVICE' }
const cleaningStatuses: StatusTable<CleaningStatus> = { values: column(1), fallback: 'DIRTY' }

function column<I extends 0 | 1>(index: I) {
  return Object.fromEntries(Object.entries(HOUSEKEEPING).map(([word, pair]) => [word, pair[index]]))
}

/** A room without a status is one of which protel has pushed none yet, not one that is closed. */
export function roomStateOf(hkStatus: string | null | undefined, ctx: NormalizeContext) {
  if (hkStatus === null || hkStatus === undefined) return { status: 'AVAILABLE', cleaningStatus: 'DIRTY' } as const
  return {
    status: mapStatus(roomStatuses, hkStatus, 'hkStatus', ctx),
    cleaningStatus: mapStatus(cleaningStatuses, hkStatus, 'hkStatus', ctx),
  }
}

/** Falls to OUT_OF_SERVICE: whatever it is called, the room is not for sale. */
export const blockKinds: StatusTable<RoomBlockKind> = {
  values: { OUT_OF_ORDER: 'OUT_OF_ORDER', OFF_MARKET: 'OUT_OF_SERVICE' },
  fallback: 'OUT_OF_SERVICE',
}

const letters = (text: string) => text.toUpperCase().replaceAll(/[^A-Z]/g, '')
const SPELLINGS = new Map(Object.keys(reservationStatuses.values).map((name) => [letters(name), name]))
SPELLINGS.set('CANCELED', 'CANCELLED')

/** The connector's name for a status however a message spells it: `In-house` → `IN_HOUSE`. Unknown ones stay as they are. */
export const connectorStatus = (spelt: string) => SPELLINGS.get(letters(spelt)) ?? spelt
