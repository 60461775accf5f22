import type { RowKind } from '../../provider.ts'
import type { MakeItem } from '../hotel.ts'
import { makeBooking } from './booking.ts'
import { makeGuest } from './guest.ts'
import { makeHousekeeping } from './housekeeping.ts'
import { makeMaintenanceRequest } from './maintenance-request.ts'
import { makeRatePlan } from './rate-plan.ts'
import { makeRoom } from './room.ts'
import { makeRoomBlock } from './room-block.ts'
import { makeRoomType } from './room-type.ts'

/** How one of a kind is invented, and how many there are when nobody says. */
export interface Invention<K extends RowKind> {
  readonly make: MakeItem<K>
  readonly count: number
  /** There is one for each of these, with the same id. */
  readonly ofEach?: RowKind
}

export const inventions: { readonly [K in RowKind]: Invention<K> } = {
  bookings: { make: makeBooking, count: 300 },
  rooms: { make: makeRoom, count: 60 },
  guests: { make: makeGuest, count: 200 },
  roomTypes: { make: makeRoomType, count: 5 },
  ratePlans: { make: makeRatePlan, count: 6 },
  housekeeping: { make: makeHousekeeping, count: 60, ofEach: 'rooms' },
  roomBlocks: { make: makeRoomBlock, count: 6 },
  maintenanceRequests: { make: makeMaintenanceRequest, count: 12 },
}
