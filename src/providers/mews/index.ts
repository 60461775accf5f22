import { defineProvider } from '../provider.ts'
import { fetchBooking, fetchBookings, fetchBookingsById } from './bookings.ts'
import { check } from './check.ts'
import { fetchGuest, fetchGuests, fetchGuestsById } from './guests.ts'
import {
  bookingIdOf,
  guestIdOf,
  maintenanceRequestIdOf,
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
import { normalizeBooking } from './normalize/booking.ts'
import { normalizeGuest } from './normalize/guest.ts'
import { normalizeMaintenanceRequest } from './normalize/maintenance-request.ts'
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
    roomBlocks: fetchRoomBlocks,
    maintenanceRequests: fetchMaintenanceRequests,
  },
  fetchOne: {
    bookings: fetchBooking,
    rooms: fetchRoom,
    guests: fetchGuest,
    roomTypes: fetchRoomType,
    ratePlans: fetchRatePlan,
    roomBlocks: fetchRoomBlock,
    maintenanceRequests: fetchMaintenanceRequest,
  },
  fetchMany: {
    bookings: fetchBookingsById,
    rooms: fetchRoomsById,
    guests: fetchGuestsById,
    roomTypes: fetchRoomTypesById,
    ratePlans: fetchRatePlansById,
    roomBlocks: fetchRoomBlocksById,
    maintenanceRequests: fetchMaintenanceRequestsById,
  },
  normalize: {
    bookings: normalizeBooking,
    rooms: normalizeRoom,
    guests: normalizeGuest,
    roomTypes: normalizeRoomType,
    ratePlans: normalizeRatePlan,
    roomBlocks: normalizeRoomBlock,
    maintenanceRequests: normalizeMaintenanceRequest,
  },
  identify: {
    bookings: bookingIdOf,
    rooms: roomIdOf,
    guests: guestIdOf,
    roomTypes: roomTypeIdOf,
    ratePlans: ratePlanIdOf,
    roomBlocks: roomBlockIdOf,
    maintenanceRequests: maintenanceRequestIdOf,
  },
  webhook,
  stream,
  write,
  simulate: simulateMews,
})
