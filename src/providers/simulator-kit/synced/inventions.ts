import type { FetchKind } from '../../provider.ts'
import type { MakeItem } from '../hotel.ts'
import { makeBooking } from './booking.ts'
import { makeGuest } from './guest.ts'
import { makeRoom } from './room.ts'

/** How one of each kind is invented, and how many there are when nobody says. */
export const inventions: { readonly [K in FetchKind]: { readonly make: MakeItem<K>; readonly count: number } } = {
  bookings: { make: makeBooking, count: 300 },
  rooms: { make: makeRoom, count: 60 },
  guests: { make: makeGuest, count: 200 },
}
