import { defineProvider } from '../provider.ts'
import { fetchAvailability } from './availability.ts'
import { fetchBooking, fetchBookings, fetchBookingsById } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests } from './guests.ts'
import { fetchHousekeeping, fetchHousekeepingOf, fetchHousekeepingOfRooms } from './housekeeping.ts'
import {
  bookingIdOf,
  guestIdOf,
  housekeepingIdOf,
  maintenanceRequestIdOf,
  ratePlanIdOf,
  roomBlockIdOf,
  roomIdOf,
  roomTypeIdOf,
  spanIdOf,
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
import { fetchRatePlan, fetchRatePlans } from './rate-plans.ts'
import { fetchRates } from './rates.ts'
import { fetchRoomBlock, fetchRoomBlocks, fetchRoomBlocksById } from './room-blocks.ts'
import { fetchRoomType, fetchRoomTypes } from './room-types.ts'
import { fetchRoom, fetchRooms } from './rooms.ts'
import { mockCredentials, mockSettings } from './settings.ts'
import { simulateMock } from './simulator/index.ts'
import { webhook } from './webhook.ts'
import { write } from './write/actions.ts'

/** The provider for demos and tests. Its vendor is its simulator. */
export const mock = defineProvider({
  key: 'mock',
  name: 'Mock PMS',
  credentials: mockCredentials,
  settings: mockSettings,
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
    housekeeping: housekeepingIdOf,
    roomBlocks: roomBlockIdOf,
    maintenanceRequests: maintenanceRequestIdOf,
    rates: spanIdOf,
    availability: spanIdOf,
  },
  webhook,
  write,
  simulate: simulateMock,
})
