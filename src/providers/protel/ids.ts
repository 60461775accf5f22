import { idAt } from '../external-id.ts'
import { idOfMessage } from './soap/reservation.ts'

/** Of a reservation of the connector, or of one that came in a message. */
export const bookingIdOf = (raw: unknown) => idAt(raw, 'id') ?? idOfMessage(raw)
export const roomBlockIdOf = (raw: unknown) => idAt(raw, 'id')
export const roomIdOf = (raw: unknown) => idAt(raw, 'id')
