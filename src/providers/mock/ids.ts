import { idAt } from '../external-id.ts'

export const bookingIdOf = (raw: unknown) => idAt(raw, 'id')
export const roomIdOf = bookingIdOf
export const guestIdOf = bookingIdOf
