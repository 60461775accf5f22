/** What the API's values are called in a hotel. */
export const ENTITY_NAMES = {
  BOOKING: 'Bookings',
  ROOM: 'Rooms',
  GUEST: 'Guests',
} as const

export const OPERATION_NAMES = {
  FULL: 'Everything',
  INCREMENTAL: 'Changes',
  WEBHOOK: 'From a message',
  REPLAY: 'Failed items again',
} as const

export const TRIGGER_NAMES = {
  MANUAL: 'By a person',
  SCHEDULED: 'On schedule',
  WEBHOOK: 'By a message of the system',
  REPLAY: 'By a person, to try failed items again',
  GAP: 'To fill a gap in the messages',
} as const
