import { defineProvider } from '../provider.ts'
import { fetchAvailability } from './availability.ts'
import { fetchBooking, fetchBookings, fetchBookingsById } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests, fetchGuestsById } from './guests.ts'
import { fetchHousekeeping, fetchHousekeepingOf } from './housekeeping.ts'
import {
  availabilityIdOf,
  bookingIdOf,
  guestIdOf,
  maintenanceRequestIdOf,
  rateIdOf,
  ratePlanIdOf,
  roomBlockIdOf,
  roomIdOf,
  roomTypeIdOf,
} from './ids.ts'
import { limits, RANGE_DAYS } from './limits.ts'
import { fetchMaintenanceRequest, fetchMaintenanceRequests } from './maintenance-requests.ts'
import { normalizeAvailability } from './normalize/availability.ts'
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeGuest } from './normalize/guest.ts'
import { normalizeHousekeeping } from './normalize/housekeeping.ts'
import { normalizeMaintenanceRequest } from './normalize/maintenance-request.ts'
import { normalizeRate } from './normalize/rate.ts'
import { normalizeRatePlan } from './normalize/rate-plan.ts'
import { normalizeRoom } from './normalize/room.ts'
import { normalizeRoomBlock } from './normalize/room-block.ts'
import { normalizeRoomType } from './normalize/room-type.ts'
import { fetchRatePlan, fetchRatePlans } from './rate-plans.ts'
import { fetchRates } from './rates.ts'
import { fetchRoomBlocks } from './room-blocks.ts'
import { fetchRoomType, fetchRoomTypes } from './room-types.ts'
import { fetchRoom, fetchRooms } from './rooms.ts'
import { operaCredentials, operaSettings } from './settings.ts'
import { simulateOpera } from './simulator/index.ts'
import { stream } from './stream.ts'
import { write } from './write/actions.ts'

/** Oracle OPERA Cloud through the Oracle Hospitality Integration Platform. */
export const opera = defineProvider({
  key: 'opera',
  name: 'Oracle OPERA Cloud',
  credentials: operaCredentials,
  settings: operaSettings,
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
    maintenanceRequests: fetchMaintenanceRequests,
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
    maintenanceRequests: fetchMaintenanceRequest,
  },
  fetchMany: { bookings: fetchBookingsById, guests: fetchGuestsById },
  proves: { roomBlocks: [0, RANGE_DAYS - 1], maintenanceRequests: 'NOTHING' },
  normalize: {
    bookings: normalizeBooking,
    rooms: normalizeRoom,
    guests: normalizeGuest,
    roomTypes: normalizeRoomType,
    ratePlans: normalizeRatePlan,
    housekeeping: normalizeHousekeeping,
    roomBlocks: normalizeRoomBlock,
    maintenanceRequests: normalizeMaintenanceRequest,
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
    maintenanceRequests: maintenanceRequestIdOf,
    rates: rateIdOf,
    availability: availabilityIdOf,
  },
  stream,
  write,
  simulate: simulateOpera,
})
