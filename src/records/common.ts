import { z } from 'zod'
import { scrubProse } from './text/prose.ts'

/** Text as PostgreSQL can store it: no NUL, no lone surrogates; one way to write an accent; no blanks around it. */
const clean = (value: string) =>
  (value.includes('\u0000') ? value.replaceAll('\u0000', '') : value).toWellFormed().normalize('NFC').trim()

const storable = z.string().overwrite(clean)

/** What people fill in: a card number in it is masked before anything keeps it. */
export const text = storable.overwrite(scrubProse)

/** Required text; an empty one is an error. */
export const requiredText = text.min(1).max(10_000)

/** Optional text; missing, null and blank all become null. */
export const optionalText = text.nullish().transform((value) => value || null)

/** The vendor's id of a thing. Compared as text, never parsed, and kept even if it looks like a card number. */
export const externalId = storable.min(1).max(255)

/** A calendar day of the hotel, `YYYY-MM-DD`. Never an instant: stay dates have no time zone. */
export const hotelDate = z.iso.date()

/** An instant; ISO 8601 with an offset or `Z`, or a `Date`. */
export const instant = z
  .union([z.iso.datetime({ offset: true }).transform((value) => new Date(value)), z.date()])
  .refine(
    (value) => !Number.isNaN(value.getTime()) && value.getTime() < 253_402_300_800_000,
    'must be before the year 10000',
  )

/** Money as an integer in minor units of its currency (JPY has 0 decimals, KWD 3). */
export const minorUnits = z.int()

/** ISO 4217 code, upper case. */
export const currencyCode = z
  .string()
  .overwrite((value) => value.trim().toUpperCase())
  .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code')

/** A small count: persons, stays, floors. */
export const count = z.int().min(0).max(100_000)

export type JsonObject = { [key: string]: JsonValue }
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject

/** Free-form facts of the vendor. `scrubRaw` made them; looking at every value again would cost more than the rest. */
export const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'must be an object',
)

/** What each record carries beside its own fields. */
export const recordBase = {
  externalId,
  /** The vendor's own modification time; the version guard compares it. Null when the vendor has none. */
  externalUpdatedAt: instant.nullish().transform((value) => value ?? null),
  metadata: jsonObject.nullish().transform((value) => value ?? null),
}

/** `schema`, or null when missing. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null)
}
