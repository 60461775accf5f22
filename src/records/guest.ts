import { z } from 'zod'
import { count, hotelDate, jsonObject, minorUnits, optional, optionalText, recordBase, text } from './common.ts'
import { defineRecordType } from './record-type.ts'

/** ISO 3166-1 alpha-2, upper case. */
const countryCode = z
  .string()
  .overwrite((value) => value.trim().toUpperCase())
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code')

/** A guest profile as a PMS tells it. */
export const guestRecord = z.strictObject({
  ...recordBase,
  /** Both may be empty: some PMS keep profiles without a name, such as anonymised ones. */
  firstName: text,
  lastName: text,
  email: optionalText,
  phone: optionalText,
  country: optional(countryCode),
  dateOfBirth: optional(hotelDate),
  loyaltyTier: optionalText,
  totalStays: optional(count),
  /** In minor units of the hotel's currency. */
  totalSpent: optional(minorUnits),
  preferences: optional(jsonObject),
})

export const guests = defineRecordType({ one: 'guest', many: 'guests', says: 'Guest profiles.' }, guestRecord)

/** A validated guest. */
export type NormalizedGuest = z.output<typeof guestRecord>
/** What an adapter's `normalize.guest` returns: optional fields may be left out. */
export type GuestInput = z.input<typeof guestRecord>
