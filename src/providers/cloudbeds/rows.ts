import { z } from 'zod'

/** An array, or an object whose keys repeat the ids within; an empty object is written as an empty array. */
export const rowsOf = z
  .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .transform(Object.values<unknown>)

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

/** `2026-09-14 09:02:41`, the vendor's way to write a time. Sent in UTC. */
export const timeOf = (instant: Date): string => instant.toISOString().slice(0, 19).replace('T', ' ')
