import { defineProvider } from '../provider.ts'
import { fetchBooking, fetchBookings } from './bookings.ts'
import { check } from './check.ts'
import { bookingIdOf, roomBlockIdOf, roomIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeRoom } from './normalize/room.ts'
import { normalizeRoomBlock } from './normalize/room-block.ts'
import { AHEAD_DAYS, fetchRoomBlocks } from './room-blocks.ts'
import { fetchRoom, fetchRooms } from './rooms.ts'
import { protelCredentials, protelSettings } from './settings.ts'
import { simulateProtel } from './simulator/index.ts'
import { webhook } from './webhook.ts'

/** protel through a connector gateway of our own contract, see the README: protel itself has no API to ask. */
export const protel = defineProvider({
  key: 'protel',
  name: 'protel (via connector)',
  credentials: protelCredentials,
  settings: protelSettings,
  limits,
  check,
  fetch: { bookings: fetchBookings, rooms: fetchRooms, roomBlocks: fetchRoomBlocks },
  fetchOne: { bookings: fetchBooking, rooms: fetchRoom },
  proves: { roomBlocks: [0, AHEAD_DAYS] },
  normalize: { bookings: normalizeBooking, rooms: normalizeRoom, roomBlocks: normalizeRoomBlock },
  identify: { bookings: bookingIdOf, rooms: roomIdOf, roomBlocks: roomBlockIdOf },
  webhook,
  simulate: simulateProtel,
})
