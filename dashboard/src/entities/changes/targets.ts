import type { PmsChangeAction, PmsChangeSetTargets, PmsEntityType } from '../../gql/graphql.ts'

/** What an action is done to. */
export const TARGETS: Readonly<Record<PmsChangeAction, PmsEntityType>> = {
  ...{ BOOKING_CHANGE: 'BOOKING', BOOKING_ROOM: 'BOOKING', BOOKING_NOTE: 'BOOKING' },
  ...{ BOOKING_CHECK_IN: 'BOOKING', BOOKING_UNDO_CHECK_IN: 'BOOKING', BOOKING_CHECK_OUT: 'BOOKING' },
  ...{ BOOKING_CANCEL: 'BOOKING', BOOKING_REINSTATE: 'BOOKING' },
  HOUSEKEEPING_CONDITION: 'HOUSEKEEPING',
  ...{ ROOM_BLOCK_CREATE: 'ROOM', MAINTENANCE_CREATE: 'ROOM' },
  ROOM_BLOCK_END: 'ROOM_BLOCK',
  MAINTENANCE_UPDATE: 'MAINTENANCE_REQUEST',
}

/** Types of which many can be changed at once, with the name of their filter in a set. */
export const SET_FILTERS: Readonly<Partial<Record<PmsEntityType, keyof PmsChangeSetTargets>>> = {
  BOOKING: 'bookings',
  ROOM: 'rooms',
  HOUSEKEEPING: 'housekeeping',
  ROOM_BLOCK: 'roomBlocks',
  MAINTENANCE_REQUEST: 'maintenanceRequests',
}
