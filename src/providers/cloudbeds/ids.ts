import { idAt } from '../external-id.ts'

export const bookingIdOf = (raw: unknown) => idAt(raw, 'reservationID')
export const roomIdOf = (raw: unknown) => idAt(raw, 'roomID')
export const roomTypeIdOf = (raw: unknown) => idAt(raw, 'roomTypeID')
export const ratePlanIdOf = (raw: unknown) => idAt(raw, 'rateID')
export const guestIdOf = (raw: unknown) => idAt(raw, 'guestID')
