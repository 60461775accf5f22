import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { choice, text } from '../../ui/paging.ts'
import { day, type RowsSearch, rowsSearch } from './search.ts'

export const BOOKING_STATUSES = ['PENDING', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'] as const
export const ROOM_STATUSES = ['AVAILABLE', 'OCCUPIED', 'OUT_OF_ORDER', 'OUT_OF_SERVICE', 'BLOCKED'] as const
export const CLEANING_STATUSES = ['CLEAN', 'DIRTY', 'INSPECTED', 'IN_PROGRESS'] as const

export const BOOKING_ORDERS = [
  'GUEST_NAME',
  'CHECK_IN',
  'CHECK_OUT',
  'ROOM_NUMBER',
  'STATUS',
  'TOTAL_AMOUNT',
  'UPDATED_AT',
] as const
export const ROOM_ORDERS = ['ROOM_NUMBER', 'ROOM_TYPE', 'FLOOR', 'STATUS', 'CLEANING_STATUS', 'UPDATED_AT'] as const
export const GUEST_ORDERS = [
  'LAST_NAME',
  'FIRST_NAME',
  'EMAIL',
  'COUNTRY',
  'TOTAL_STAYS',
  'TOTAL_SPENT',
  'UPDATED_AT',
] as const

export interface BookingsSearch extends RowsSearch<(typeof BOOKING_ORDERS)[number]> {
  readonly status?: (typeof BOOKING_STATUSES)[number] | undefined
  readonly inHouse?: string | undefined
  readonly arrivalFrom?: string | undefined
  readonly arrivalTo?: string | undefined
  readonly departureFrom?: string | undefined
  readonly departureTo?: string | undefined
  readonly room?: string | undefined
}

export interface RoomsSearch extends RowsSearch<(typeof ROOM_ORDERS)[number]> {
  readonly status?: (typeof ROOM_STATUSES)[number] | undefined
  readonly cleaning?: (typeof CLEANING_STATUSES)[number] | undefined
  readonly room?: string | undefined
  readonly floor?: string | undefined
}

export interface GuestsSearch extends RowsSearch<(typeof GUEST_ORDERS)[number]> {
  readonly country?: string | undefined
}

type Raw = Record<string, unknown>
const getParentRoute = () => rootRoute

export const bookingsRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/bookings',
  validateSearch: (search: Raw): BookingsSearch => ({
    ...rowsSearch(search, BOOKING_ORDERS),
    status: choice(search.status, BOOKING_STATUSES),
    inHouse: day(search.inHouse),
    arrivalFrom: day(search.arrivalFrom),
    arrivalTo: day(search.arrivalTo),
    departureFrom: day(search.departureFrom),
    departureTo: day(search.departureTo),
    room: text(search.room),
  }),
  component: lazyRouteComponent(() => import('./bookings.tsx'), 'Bookings'),
})

export const roomsRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/rooms',
  validateSearch: (search: Raw): RoomsSearch => ({
    ...rowsSearch(search, ROOM_ORDERS),
    status: choice(search.status, ROOM_STATUSES),
    cleaning: choice(search.cleaning, CLEANING_STATUSES),
    room: text(search.room),
    floor: text(search.floor),
  }),
  component: lazyRouteComponent(() => import('./rooms.tsx'), 'Rooms'),
})

export const guestsRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/guests',
  validateSearch: (search: Raw): GuestsSearch => ({
    ...rowsSearch(search, GUEST_ORDERS),
    country: text(search.country),
  }),
  component: lazyRouteComponent(() => import('./guests.tsx'), 'Guests'),
})

export const bookingRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/bookings/$id',
  component: lazyRouteComponent(() => import('./booking.tsx'), 'Booking'),
})

export const roomRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/rooms/$id',
  component: lazyRouteComponent(() => import('./room.tsx'), 'Room'),
})

export const guestRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/guests/$id',
  component: lazyRouteComponent(() => import('./guest.tsx'), 'Guest'),
})
