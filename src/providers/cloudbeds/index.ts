import { defineProvider } from '../provider.ts'
import { fetchAvailability } from './availability.ts'
import { fetchBooking, fetchBookings } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests } from './guests.ts'
import { fetchHousekeeping, fetchHousekeepingOf, fetchHousekeepingOfRooms } from './housekeeping.ts'
import {
  availabilityIdOf,
  bookingIdOf,
  guestIdOf,
  rateIdOf,
  ratePlanIdOf,
  roomBlockIdOf,
  roomIdOf,
  roomTypeIdOf,
} from './ids.ts'
import { BLOCK_DAYS, limits } from './limits.ts'
import { normalizeAvailability } from './normalize/availability.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeGuest } from './normalize/guest.ts'
import { normalizeHousekeeping } from './normalize/housekeeping.ts'
import { normalizeRate } from './normalize/rate.ts'
import { normalizeRatePlan } from './normalize/rate-plan.ts'
import { normalizeRoom } from './normalize/room.ts'
import { normalizeRoomBlock } from './normalize/room-block.ts'
import { normalizeRoomType } from './normalize/room-type.ts'
import { fetchRatePlan, fetchRatePlans } from './rate-plans.ts'
import { fetchRates } from './rates.ts'
import { fetchRoomBlock, fetchRoomBlocks } from './room-blocks.ts'
import { fetchRoomType, fetchRoomTypes } from './room-types.ts'
import { fetchRoom, fetchRooms } from './rooms.ts'
import { cloudbedsCredentials, cloudbedsSettings } from './settings.ts'
import { simulateCloudbeds } from './simulator/index.ts'
import { webhook } from './webhook.ts'
import { write } from './write/index.ts'

/** Cloudbeds, through its PMS API v1.3. */
export const cloudbeds = defineProvider({
  key: 'cloudbeds',
  name: 'Cloudbeds',
  credentials: cloudbedsCredentials,
  settings: cloudbedsSettings,
  limits,
  check,
  fetch: {
    bookings: fetchBookings,
    rooms: fetchRooms,
    guests: fetchGuests,
    roomTypes: fetchRoomTypes,
    ratePlans: fetchRatePlans,
    housekeeping: fetchHousekeeping,
    roomBlocks: fetchRoomBlocks,
    rates: fetchRates,
    availability: fetchAvailability,
  },
  fetchOne: {
    bookings: fetchBooking,
    rooms: fetchRoom,
    guests: fetchGuest,
    roomTypes: fetchRoomType,
    ratePlans: fetchRatePlan,
    housekeeping: fetchHousekeepingOf,
    roomBlocks: fetchRoomBlock,
  },
  fetchMany: { housekeeping: fetchHousekeepingOfRooms },
  proves: { roomBlocks: [0, BLOCK_DAYS - 1] },
  normalize: {
    bookings: normalizeBooking,
    rooms: normalizeRoom,
    guests: normalizeGuest,
    roomTypes: normalizeRoomType,
    ratePlans: normalizeRatePlan,
    housekeeping: normalizeHousekeeping,
    roomBlocks: normalizeRoomBlock,
    rates: normalizeRate,
    availability: normalizeAvailability,
  },
  identify: {
    bookings: bookingIdOf,
    rooms: roomIdOf,
    guests: guestIdOf,
    roomTypes: roomTypeIdOf,
    ratePlans: ratePlanIdOf,
    housekeeping: roomIdOf,
    roomBlocks: roomBlockIdOf,
    rates: rateIdOf,
    availability: availabilityIdOf,
  },
  webhook,
  write,
  simulate: simulateCloudbeds,
})
