import { idAt } from '../external-id.ts'

/**
 * The vendor gives each thing several ids and says beside each what it is: `{ id, type }`. The one of this type; of a list in
 * which nothing has a type, the first. Texts by the specification, numbers in some of the vendor's own examples.
 */
export function idOfType(type: string, list: unknown): string | null {
  const ids: readonly unknown[] = Array.isArray(list) ? list : []
  const found = ids.find((one) => idAt(one, 'type') === type) ?? ids.find((one) => idAt(one, 'type') === null)
  return idAt(found, 'id')
}

const listIn = (raw: unknown, name: string) => (raw as Readonly<Record<string, unknown>> | null | undefined)?.[name]

export const bookingIdOf = (raw: unknown) => idOfType('Reservation', listIn(raw, 'reservationIdList'))
export const guestIdOf = (raw: unknown) => idOfType('Profile', listIn(raw, 'profileIdList'))
/** A room's number; also that of its housekeeping. */
export const roomIdOf = (raw: unknown) => idAt(raw, 'roomId')
export const roomTypeIdOf = (raw: unknown) => idAt(raw, 'roomType')
export const ratePlanIdOf = (raw: unknown) => idAt(raw, 'ratePlanCode')
export const maintenanceRequestIdOf = (raw: unknown) => idAt(raw, 'maintenanceId', 'id')

/**
 * The vendor's own id of a range, which older releases do not tell: then the room, what it is and when it begins, so that
 * one whose beginning moves is an end and a new one.
 */
export function roomBlockIdOf(raw: unknown): string | null {
  const own = idAt(raw, 'roomRepairId', 'id')
  if (own !== null) return own
  return joined(roomIdOf(raw), idAt(raw, 'housekeepingRoomStatus'), idAt(raw, 'start')?.slice(0, 10) ?? null)
}

/** The profile of whoever a booking, in the shape of the search, is for. */
export const guestIdOfBooking = (raw: unknown) => idAt(raw, 'reservationGuest', 'id')

/** A booking of which nothing but its id is known. */
export const bookingWithId = (id: string) => ({ reservationIdList: [{ id, type: 'Reservation' }] })
/** The same of a profile. */
export const guestWithId = (id: string) => ({ profileIdList: [{ id, type: 'Profile' }] })

/** Spans have no ids of their own: what they are of, and since when. */
export const rateIdOf = (raw: unknown) => joined(idAt(raw, 'ratePlanCode'), idAt(raw, 'roomType'), idAt(raw, 'from'))
export const availabilityIdOf = (raw: unknown) => joined(idAt(raw, 'code'), idAt(raw, 'from'))

const joined = (...parts: readonly (string | null)[]) => (parts.every(Boolean) ? parts.join('/') : null)
