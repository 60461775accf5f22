import { defineProvider } from '../provider.ts'
import { fetchBookings } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuests } from './guests.ts'
import { profileIdOf, reservationIdOf, roomIdOf } from './identify.ts'
import { limits } from './limits.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeGuest } from './normalize/guest.ts'
import { normalizeRoom } from './normalize/room.ts'
import { readProfiles } from './profiles.ts'
import { readReservations } from './reservations.ts'
import { fetchRoom, fetchRooms } from './rooms.ts'
import { operaCredentials, operaSettings } from './settings.ts'
import { simulateOpera } from './simulator.ts'

/** Oracle OPERA Cloud through the Oracle Hospitality Integration Platform. */
export const opera = defineProvider({
  key: 'opera',
  name: 'Oracle OPERA Cloud',
  credentials: operaCredentials,
  settings: operaSettings,
  limits,
  check,
  fetch: { bookings: fetchBookings, rooms: fetchRooms, guests: fetchGuests },
  fetchOne: {
    bookings: async (ctx, id) => (await readReservations(ctx, [id]))[0] ?? null,
    rooms: fetchRoom,
    guests: async (ctx, id) => (await readProfiles(ctx, [id]))[0] ?? null,
  },
  normalize: { bookings: normalizeBooking, rooms: normalizeRoom, guests: normalizeGuest },
  identify: { bookings: reservationIdOf, rooms: roomIdOf, guests: profileIdOf },
  simulate: simulateOpera,
})
