import { defineProvider } from '../provider.ts'
import { bookingIdOf, fetchBooking, fetchBookings } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests, guestIdOf } from './guests.ts'
import { limits } from './limits.ts'
import { normalizeGuest, normalizeRoom } from './normalize.ts'
import { normalizeBooking } from './normalize-booking.ts'
import { fetchRoom, fetchRooms, roomIdOf } from './rooms.ts'
import { mewsCredentials, mewsSettings } from './settings.ts'
import { simulateMews } from './simulator.ts'
import { webhook } from './webhook.ts'

/** Mews Operations, through the Connector API. */
export const mews = defineProvider({
  key: 'mews',
  name: 'Mews',
  credentials: mewsCredentials,
  settings: mewsSettings,
  limits,
  check,
  fetch: { bookings: fetchBookings, rooms: fetchRooms, guests: fetchGuests },
  fetchOne: { bookings: fetchBooking, rooms: fetchRoom, guests: fetchGuest },
  normalize: { bookings: normalizeBooking, rooms: normalizeRoom, guests: normalizeGuest },
  identify: { bookings: bookingIdOf, rooms: roomIdOf, guests: guestIdOf },
  webhook,
  simulate: simulateMews,
})
