import { idAt } from '../external-id.ts'

/** Bookings and rooms are put together of parts: the id is that of the part which gives them their name. */
export const bookingIdOf = (raw: unknown) => idAt(raw, 'Reservation', 'Id')
export const roomIdOf = (raw: unknown) => idAt(raw, 'Resource', 'Id')
export const guestIdOf = (raw: unknown) => idAt(raw, 'Id')
export const roomTypeIdOf = guestIdOf
export const ratePlanIdOf = guestIdOf
export const roomBlockIdOf = (raw: unknown) => idAt(raw, 'Block', 'Id')
export const maintenanceRequestIdOf = guestIdOf
/** Spans have no id of their own: what they are about makes one. */
export const rateIdOf = (raw: unknown) => joined(idAt(raw, 'RateId'), idAt(raw, 'CategoryId'), idAt(raw, 'From'))
export const availabilityIdOf = (raw: unknown) => joined(idAt(raw, 'CategoryId'), idAt(raw, 'From'))

const joined = (...parts: (string | null)[]) => (parts.includes(null) ? null : parts.join('/'))
