import type { RowKind } from '../../provider.ts'
import type { HotelPlan, MakeItem } from '../hotel.ts'
import type { Minute } from '../life/stays.ts'
import { bookingChangedAt, bookingsADay, makeBooking } from './booking.ts'
import { makeGuest } from './guest.ts'
import { makeHousekeeping } from './housekeeping.ts'
import { makeMaintenanceRequest } from './maintenance-request.ts'
import { makeRatePlan } from './rate-plan.ts'
import { makeRoom, roomChangedAt } from './room.ts'
import { makeRoomBlock } from './room-block.ts'
import { makeRoomType } from './room-type.ts'

/** How one of a kind is invented, and how many there are when nobody says. */
export interface Invention<K extends RowKind> {
  readonly make: MakeItem<K>
  readonly count: number
  /** There is one for each of these, with the same id. */
  readonly ofEach?: RowKind
  /** In a hotel that lives: when it became what it is now; null when it never changed. */
  readonly changedAt?: (plan: HotelPlan, index: number, now: Minute) => Minute | null
  /** How many are added to it on a day. */
  readonly aDay?: (plan: HotelPlan) => number
}

export const inventions: { readonly [K in RowKind]: Invention<K> } = {
  bookings: { make: makeBooking, count: 300, changedAt: bookingChangedAt, aDay: bookingsADay },
  rooms: { make: makeRoom, count: 60, changedAt: roomChangedAt },
  guests: { make: makeGuest, count: 200 },
  roomTypes: { make: makeRoomType, count: 5 },
  ratePlans: { make: makeRatePlan, count: 6 },
  housekeeping: { make: makeHousekeeping, count: 60, ofEach: 'rooms', changedAt: roomChangedAt },
  roomBlocks: { make: makeRoomBlock, count: 6 },
  maintenanceRequests: { make: makeMaintenanceRequest, count: 12 },
}
