import { idAt } from '../external-id.ts'

export const bookingIdOf = (raw: unknown) => idAt(raw, 'id')
export const roomIdOf = bookingIdOf
export const guestIdOf = bookingIdOf
export const roomTypeIdOf = bookingIdOf
export const ratePlanIdOf = bookingIdOf
export const housekeepingIdOf = bookingIdOf
export const roomBlockIdOf = bookingIdOf
export const maintenanceRequestIdOf = bookingIdOf
/** Of a span of days: `BAR/DBL/2027-01-01`. */
export const spanIdOf = bookingIdOf
