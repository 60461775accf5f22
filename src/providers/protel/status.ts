import type { BookingStatus } from '../../records/booking.ts'
import type { Condition, Occupancy } from '../../records/housekeeping.ts'
import type { RoomStatus } from '../../records/room.ts'
import type { RoomBlockKind } from '../../records/room-block.ts'
import type { NormalizeContext } from '../provider.ts'
import type { StatusTable } from '../status.ts'

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
 * One word says how clean a room is and who is in it, but not always both: what it leaves open is unknown. A room that is
 * to be tidied up or looked at is one that can be sold.
 */
const HOUSEKEEPING: Readonly<Record<string, readonly [Condition, Occupancy, RoomStatus]>> = {
  VACANT_CLEAN: ['CLEAN', 'VACANT', 'AVAILABLE'],
  VACANT_DIRTY: ['DIRTY', 'VACANT', 'AVAILABLE'],
  OCCUPIED_CLEAN: ['CLEAN', 'OCCUPIED', 'OCCUPIED'],
  OCCUPIED_DIRTY: ['DIRTY', 'OCCUPIED', 'OCCUPIED'],
  PICKUP: ['PICKUP', 'UNKNOWN', 'AVAILABLE'],
  NEEDS_INSPECTION: ['CLEAN', 'UNKNOWN', 'AVAILABLE'],
  OUT_OF_ORDER: ['UNKNOWN', 'UNKNOWN', 'OUT_OF_ORDER'],
  OFF_MARKET: ['UNKNOWN', 'UNKNOWN', 'OUT_OF_SERVICE'],
}

/** A room that nobody knows is not for guests. */
const UNHEARD_OF = ['UNKNOWN', 'UNKNOWN', 'OUT_OF_SERVICE'] as const
/** A room without a status is one of which protel has pushed none yet, not one that is closed. */
const NONE = ['UNKNOWN', 'UNKNOWN', 'AVAILABLE'] as const

/** How a room is; an unknown word is reported. */
export function roomStateOf(hkStatus: string | null | undefined, ctx: NormalizeContext) {
  const known = hkStatus && Object.hasOwn(HOUSEKEEPING, hkStatus) ? HOUSEKEEPING[hkStatus] : undefined
  const [condition, occupancy, roomStatus] = known ?? (hkStatus == null ? NONE : UNHEARD_OF)
  if (known === undefined && hkStatus != null)
    ctx.report({ path: 'hkStatus', value: hkStatus.slice(0, 100), used: roomStatus })
  return { condition, occupancy, roomStatus }
}

/** The one word for how a room is and who is in it; null where there is none, or where one of the two is not known. */
export function hkStatusOf(condition: unknown, occupancy: unknown): string | null {
  if (condition === 'PICKUP') return 'PICKUP'
  if (condition !== 'CLEAN' && condition !== 'DIRTY') return null
  return occupancy === 'VACANT' || occupancy === 'OCCUPIED' ? `${occupancy}_${condition}` : null
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
