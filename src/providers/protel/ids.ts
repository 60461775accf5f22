import { idAt } from '../external-id.ts'
import { idOfMessage } from './soap/reservation.ts'

/** Of a reservation of the connector, or of one that came in a message. */
export const bookingIdOf = (raw: unknown) => idAt(raw, 'id') ?? idOfMessage(raw)
export const roomBlockIdOf = (raw: unknown) => idAt(raw, 'id')
export const roomIdOf = (raw: unknown) => idAt(raw, 'id')
/** Spans have no id of their own: what they are about makes one. */
export const rateIdOf = (raw: unknown) => joined(raw, 'ratePlanCode', 'roomTypeCode', 'currency', 'from')
export const availabilityIdOf = (raw: unknown) => joined(raw, 'roomTypeCode', 'from')

function joined(raw: unknown, ...names: readonly string[]): string | null {
  const parts = names.map((name) => idAt(raw, name))
  return parts.includes(null) ? null : parts.join('/')
}
