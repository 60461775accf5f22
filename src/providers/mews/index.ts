import { defineProvider } from '../provider.ts'
import { fetchBooking, fetchBookings, fetchBookingsById } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests, fetchGuestsById } from './guests.ts'
import { bookingIdOf, guestIdOf, roomIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeGuest } from './normalize/guest.ts'
import { normalizeRoom } from './normalize/room.ts'
import { fetchRoom, fetchRooms, fetchRoomsById } from './rooms.ts'
import { mewsCredentials, mewsSettings } from './settings.ts'
import { simulateMews } from './simulator/index.ts'
import { stream } from './stream.ts'
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
  fetchMany: { bookings: fetchBookingsById, rooms: fetchRoomsById, guests: fetchGuestsById },
  normalize: { bookings: normalizeBooking, rooms: normalizeRoom, guests: normalizeGuest },
  identify: { bookings: bookingIdOf, rooms: roomIdOf, guests: guestIdOf },
  webhook,
  stream,
  simulate: simulateMews,
})
