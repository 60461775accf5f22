import { defineProvider } from '../provider.ts'
import { fetchBooking, fetchBookings, fetchBookingsById } from './bookings.ts'
import { fetchAvailability } from './calendar/availability.ts'
import { fetchRates } from './calendar/rates.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests, fetchGuestsById } from './guests.ts'
import { fetchHousekeeping, fetchHousekeepingOf, fetchHousekeepingOfRooms } from './housekeeping.ts'
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
import { limits } from './limits.ts'
import {
  fetchMaintenanceRequest,
  fetchMaintenanceRequests,
  fetchMaintenanceRequestsById,
} from './maintenance-requests.ts'
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
import { fetchRatePlan, fetchRatePlans, fetchRatePlansById } from './rate-plans.ts'
import { fetchRoomBlock, fetchRoomBlocks, fetchRoomBlocksById } from './room-blocks.ts'
import { fetchRoomType, fetchRoomTypes, fetchRoomTypesById } from './room-types.ts'
import { fetchRoom, fetchRooms, fetchRoomsById } from './rooms.ts'
import { mewsCredentials, mewsSettings } from './settings.ts'
import { simulateMews } from './simulator/index.ts'
import { stream } from './stream.ts'
import { webhook } from './webhook.ts'
import { write } from './write/index.ts'

/** Mews Operations, through the Connector API. */
export const mews = defineProvider({
  key: 'mews',
  name: 'Mews',
  credentials: mewsCredentials,
  settings: mewsSettings,
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
    roomBlocks: fetchRoomBlock,
    maintenanceRequests: fetchMaintenanceRequest,
  },
  fetchMany: {
    bookings: fetchBookingsById,
    rooms: fetchRoomsById,
    guests: fetchGuestsById,
    roomTypes: fetchRoomTypesById,
    ratePlans: fetchRatePlansById,
    housekeeping: fetchHousekeepingOfRooms,
    roomBlocks: fetchRoomBlocksById,
    maintenanceRequests: fetchMaintenanceRequestsById,
  },
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
  webhook,
  stream,
  write,
  simulate: simulateMews,
})
