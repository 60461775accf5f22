import { defineProvider } from '../provider.ts'
import { fetchBooking, fetchBookings, fetchBookingsById } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests, fetchGuestsById } from './guests.ts'
import { bookingIdOf, guestIdOf, roomIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeGuest } from './normalize/guest.ts'
import { normalizeRoom } from './normalize/room.ts'
import { fetchRoom, fetchRooms } from './rooms.ts'
import { operaCredentials, operaSettings } from './settings.ts'
import { simulateOpera } from './simulator/index.ts'
import { stream } from './stream.ts'

/** Oracle OPERA Cloud through the Oracle Hospitality Integration Platform. */
export const opera = defineProvider({
  key: 'opera',
  name: 'Oracle OPERA Cloud',
  credentials: operaCredentials,
  settings: operaSettings,
  limits,
  check,
  fetch: { bookings: fetchBookings, rooms: fetchRooms, guests: fetchGuests },
  fetchOne: { bookings: fetchBooking, rooms: fetchRoom, guests: fetchGuest },
  fetchMany: { bookings: fetchBookingsById, guests: fetchGuestsById },
  normalize: { bookings: normalizeBooking, rooms: normalizeRoom, guests: normalizeGuest },
  identify: { bookings: bookingIdOf, rooms: roomIdOf, guests: guestIdOf },
  stream,
  simulate: simulateOpera,
})
