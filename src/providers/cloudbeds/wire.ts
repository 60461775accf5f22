import { z } from 'zod'
import { decimalAmount } from '../money.ts'

/** An array, or an object whose keys repeat the ids within; an empty object is written as an empty array. */
const rowsOf = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).transform(Object.values<unknown>)

/** A list whose answer says how long it is; the vendor's schema requires nothing, so it may not. */
export const countedList = z.object({ data: rowsOf.nullish(), total: z.int().nullish() })

/** Passports and tax numbers come unasked with every guest. */
const IDENTITY = /^(guest)?document|taxid$/i

/** Leaves out what identifies a person to a state, at any depth: nothing here needs it. */
export function withoutIdentity(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutIdentity)
  const kept = Object.entries(value).filter(([key]) => !IDENTITY.test(key))
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutIdentity(part)]))
}

/** What is read of the vendor's items; all else is kept in `metadata` only. Unknown texts are empty, not null. */
const text = z.string().nullish()
const flag = z.boolean().nullish()
/** Numbers of people are texts. */
const number = z.int().nullish()

const wireStayRoom = z.object({
  subReservationID: text,
  roomID: text,
  roomName: text,
  roomTypeID: text,
  roomTypeName: text,
  rateID: text,
  guestName: text,
  roomStatus: text,
  adults: number,
  children: number,
})

const wireStayGuest = z.object({
  guestID: text,
  guestName: text,
  guestFirstName: text,
  guestLastName: text,
  guestEmail: text,
  isMainGuest: flag,
})

/** A reservation in each of its three shapes: with rate details, which we fetch, in the plain list and alone. */
export const wireBooking = z.object({
  reservationID: z.string(),
  isDeleted: flag,
  status: text,
  reservationCheckIn: text,
  reservationCheckOut: text,
  startDate: text,
  endDate: text,
  guestID: text,
  guestName: text,
  guestEmail: text,
  guestList: z.array(wireStayGuest).nullish(),
  rooms: z.array(wireStayRoom).nullish(),
  assigned: z.array(wireStayRoom).nullish(),
  unassigned: z.array(wireStayRoom).nullish(),
  adults: number,
  children: number,
  sourceName: text,
  source: z.union([z.string(), z.object({ name: text, category: text })]).nullish(),
  sourceCategory: text,
  thirdPartyIdentifier: text,
  total: decimalAmount.nullish(),
  propertyCurrency: text,
})
/** Guests are a list by id. */
export function withGuestRows(raw: unknown): unknown {
  const { guestList, ...booking } = z
    .looseObject({ guestList: rowsOf.nullish().catch(null) })
    .catch({})
    .parse(raw)
  return { ...booking, guestList }
}

export type WireBooking = z.output<typeof wireBooking>

export const wireRoom = z.object({
  roomID: z.string(),
  roomName: z.string(),
  roomTypeName: text,
  maxGuests: z.int().nullish(),
})

export const wireGuest = z.object({
  guestID: z.string(),
  guestName: text,
  guestFirstName: text,
  guestLastName: text,
  guestEmail: text,
  guestPhone: text,
  guestCellPhone: text,
  guestCountry: text,
  guestBirthDate: text,
  guestBirthdate: text,
  isAnonymized: flag,
})
