import { idAt } from '../external-id.ts'

export const bookingIdOf = (raw: unknown) => idAt(raw, 'reservationID')
export const roomIdOf = (raw: unknown) => idAt(raw, 'roomID')
export const guestIdOf = (raw: unknown) => idAt(raw, 'guestID')
