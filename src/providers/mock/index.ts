import { defineProvider } from '../provider.ts'
import { fetchBooking, fetchBookings } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests } from './guests.ts'
import { bookingIdOf, guestIdOf, roomIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeGuest } from './normalize/guest.ts'
import { normalizeRoom } from './normalize/room.ts'
import { fetchRoom, fetchRooms } from './rooms.ts'
import { mockCredentials, mockSettings } from './settings.ts'
import { simulateMock } from './simulator/index.ts'
import { webhook } from './webhook.ts'

/** The provider for demos and tests. Its vendor is its simulator. */
export const mock = defineProvider({
  key: 'mock',
  name: 'Mock PMS',
  credentials: mockCredentials,
  settings: mockSettings,
  limits,
  check,
  fetch: { bookings: fetchBookings, rooms: fetchRooms, guests: fetchGuests },
  fetchOne: { bookings: fetchBooking, rooms: fetchRoom, guests: fetchGuest },
  normalize: { bookings: normalizeBooking, rooms: normalizeRoom, guests: normalizeGuest },
  identify: { bookings: bookingIdOf, rooms: roomIdOf, guests: guestIdOf },
  webhook,
  simulate: simulateMock,
})
