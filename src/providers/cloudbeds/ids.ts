import { idAt } from '../external-id.ts'

export const bookingIdOf = (raw: unknown) => idAt(raw, 'reservationID')
export const roomIdOf = (raw: unknown) => idAt(raw, 'roomID')
export const roomTypeIdOf = (raw: unknown) => idAt(raw, 'roomTypeID')
export const ratePlanIdOf = (raw: unknown) => idAt(raw, 'rateID')
/** `<block>/<room>`: a block of several rooms is one a room here. */
export function roomBlockIdOf(raw: unknown): string | null {
  const [block, room] = [idAt(raw, 'roomBlockID'), idAt(raw, 'roomID')]
  return block === null || room === null ? null : `${block}/${room}`
}
export const guestIdOf = (raw: unknown) => idAt(raw, 'guestID')
