import { z } from 'zod'
import { decimalAmount } from '../money.ts'

/** The wire format of the mock vendor: snake case, decimal amounts as text, no null that could be an absent field. */

const money = z.object({ amount: decimalAmount, currency: z.string() })
const text = z.string().nullish()

export const wireBooking = z.object({
  id: z.string(),
  confirmation: text,
  state: z.string(),
  channel: z.string(),
  arrival: z.string(),
  departure: z.string(),
  pax: z.object({ adults: z.int(), children: z.int().nullish() }),
  guest: z.object({ id: text, full_name: z.string(), email: text }),
  room: z.object({ id: text, number: text, category: text }).nullish(),
  total: money.nullish(),
  remarks: text,
  updated_at: z.string(),
})

export const wireRoom = z.object({
  id: z.string(),
  number: z.string(),
  category: text,
  floor: z.int().nullish(),
  occupancy_state: z.string(),
  housekeeping: z.string(),
  pax: z.int().nullish(),
  max_pax: z.int().nullish(),
  base_rate: money.nullish(),
  features: z.array(z.string()).nullish(),
  updated_at: z.string(),
})

export const wireGuest = z.object({
  id: z.string(),
  given_name: text,
  family_name: text,
  email: text,
  mobile: text,
  country_code: text,
  birth_date: text,
  membership: z.object({ level: text }).nullish(),
  stays: z.int().nullish(),
  spent: money.nullish(),
  wishes: z.record(z.string(), z.json()).nullish(),
  updated_at: z.string(),
})

export type WireBooking = z.input<typeof wireBooking>
export type WireRoom = z.input<typeof wireRoom>
export type WireGuest = z.input<typeof wireGuest>

/** A page of any list; the items are judged one by one. */
export const wirePage = z.object({
  data: z.array(z.unknown()),
  next_cursor: z.string().nullable(),
  total: z.int().optional(),
})

export const wireProperty = z.object({ name: z.string(), currency: z.string(), time_zone: z.string() })
export const wireError = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
