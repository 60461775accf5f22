import type { Records } from '../../records/entity-type.ts'
import type { CleaningStatus, RoomStatus } from '../../records/room.ts'
import type { RowKind } from '../provider.ts'
import type { Life } from './life/life.ts'

type Item<R> = Omit<R, 'metadata' | 'externalUpdatedAt'> & { externalUpdatedAt: Date; createdAt: Date }

/** What exists in a simulated hotel, before a vendor's wire format is put over it. */
export type SimulatedItems = { [K in RowKind]: Item<Records[K]> & (K extends keyof Complete ? Complete[K] : unknown) }

/** What a record may leave out, and what is invented has. */
interface Complete {
  /** Whether a clerk has locked it into its room, and whether something is left to be paid, at vendors that know such things. */
  bookings: { isRoomLocked?: boolean; isUnpaid?: boolean }
  rooms: { status: RoomStatus; cleaningStatus: CleaningStatus }
}

/** What an invented hotel is made from. The same plan always gives the same hotel. */
export interface HotelPlan {
  readonly seed: number
  readonly counts: Readonly<Record<RowKind, number>>
  readonly currency: string
  /** The hotel's calendar day when the simulator started, see `dayNumber`. */
  readonly today: number
  /** Absent where the clock stands still on that day, whatever the time is. */
  readonly life?: Life
  /** How ids look at this vendor. */
  idOf(kind: RowKind, index: number): string
  /** Of which item it has all but the identity, at vendors where several are one thing; mostly its own. */
  leadOf(kind: RowKind, index: number): number
}

/** An item without its times, which the ledger keeps. */
export type Timeless<K extends RowKind> = Omit<SimulatedItems[K], 'externalUpdatedAt' | 'createdAt'>

/**
 * Makes one item from its number alone, so that a hundred thousand of them need no memory.
 * @param revision how often it has been edited; each edit changes something that a record shows
 */
export type MakeItem<K extends RowKind> = (plan: HotelPlan, index: number, revision: number) => Timeless<K>
