import { idAt } from '../external-id.ts'

export const bookingIdOf = (raw: unknown) => idAt(raw, 'reservationID')
export const roomIdOf = (raw: unknown) => idAt(raw, 'roomID')
export const roomTypeIdOf = (raw: unknown) => idAt(raw, 'roomTypeID')
export const ratePlanIdOf = (raw: unknown) => idAt(raw, 'rateID')
/** `<block>/<room>`: a block of several rooms is one a room here. */
export const roomBlockIdOf = (raw: unknown) => joined(idAt(raw, 'roomBlockID'), roomIdOf(raw))
/** Of spans: which series they are of, and from which day on. */
export const rateIdOf = (raw: unknown) => joined(ratePlanIdOf(raw), roomTypeIdOf(raw), idAt(raw, 'from'))
export const availabilityIdOf = (raw: unknown) => joined(roomTypeIdOf(raw), idAt(raw, 'from'))
export const guestIdOf = (raw: unknown) => idAt(raw, 'guestID')

const joined = (...parts: readonly (string | null)[]) => (parts.every(Boolean) ? parts.join('/') : null)
