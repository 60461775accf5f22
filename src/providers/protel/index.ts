import { defineProvider } from '../provider.ts'
import { fetchAvailability } from './availability.ts'
import { fetchBooking, fetchBookings } from './bookings.ts'
import { check } from './check.ts'
import { fetchHousekeeping, fetchHousekeepingOf, fetchHousekeepingOfRooms } from './housekeeping.ts'
import { availabilityIdOf, bookingIdOf, rateIdOf, roomBlockIdOf, roomIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { normalizeAvailability } from './normalize/availability.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeHousekeeping } from './normalize/housekeeping.ts'
import { normalizeRate } from './normalize/rate.ts'
import { normalizeRoom } from './normalize/room.ts'
import { normalizeRoomBlock } from './normalize/room-block.ts'
import { fetchRates } from './rates.ts'
import { AHEAD_DAYS, fetchRoomBlocks } from './room-blocks.ts'
import { fetchRoom, fetchRooms } from './rooms.ts'
import { protelCredentials, protelSettings } from './settings.ts'
import { simulateProtel } from './simulator/index.ts'
import { webhook } from './webhook.ts'
import { write } from './write/actions.ts'

/** protel through a connector gateway of our own contract, see the README: protel itself has no API to ask. */
export const protel = defineProvider({
  key: 'protel',
  name: 'protel (via connector)',
  credentials: protelCredentials,
  settings: protelSettings,
  limits,
  check,
  fetch: {
    bookings: fetchBookings,
    rooms: fetchRooms,
    housekeeping: fetchHousekeeping,
    roomBlocks: fetchRoomBlocks,
    rates: fetchRates,
    availability: fetchAvailability,
  },
  fetchOne: { bookings: fetchBooking, rooms: fetchRoom, housekeeping: fetchHousekeepingOf },
  fetchMany: { housekeeping: fetchHousekeepingOfRooms },
  proves: { roomBlocks: [0, AHEAD_DAYS] },
  normalize: {
    bookings: normalizeBooking,
    rooms: normalizeRoom,
    housekeeping: normalizeHousekeeping,
    roomBlocks: normalizeRoomBlock,
    rates: normalizeRate,
    availability: normalizeAvailability,
  },
  identify: {
    bookings: bookingIdOf,
    rooms: roomIdOf,
    housekeeping: roomIdOf,
    roomBlocks: roomBlockIdOf,
    rates: rateIdOf,
    availability: availabilityIdOf,
  },
  webhook,
  write,
  simulate: simulateProtel,
})
