import { z } from 'zod'
import { decimalAmount } from '../money.ts'

/**
 * The wire format of the mock vendor: snake case, decimal amounts as text. Only ids and stays are needed, as in the shapes of
 * every vendor: the rest may be missing, or cannot be read.
 */

const text = z.string().nullish()
const whole = z.int().nullish()
const money = z.object({ amount: decimalAmount.nullish(), currency: text }).nullish()

export const wireBooking = z.object({
  id: z.string(),
  confirmation: text,
  state: text,
  channel: text,
  arrival: z.string(),
  departure: z.string(),
  pax: z.object({ adults: whole, children: whole }).nullish(),
  guest: z.object({ id: text, full_name: text, email: text }).nullish(),
  room: z.object({ id: text, number: text, category: text, category_id: text }).nullish(),
  rate_plan: z.object({ id: text }).nullish(),
  total: money,
  remarks: text,
  updated_at: text,
})

export const wireRoom = z.object({
  id: z.string(),
  number: z.string(),
  category: text,
  floor: whole,
  occupancy_state: text,
  housekeeping: text,
  pax: whole,
  max_pax: whole,
  base_rate: money,
  features: z.array(z.string()).nullish(),
  updated_at: text,
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
  stays: whole,
  spent: money,
  wishes: z.record(z.string(), z.json()).nullish(),
  updated_at: text,
})

const flag = z.boolean().nullish()

export const wireRoomType = z.object({
  id: z.string(),
  short_name: text,
  name: z.string(),
  max_pax: whole,
  rooms: whole,
  bookable: flag,
  updated_at: text,
})

export const wireRatePlan = z.object({
  id: z.string(),
  short_name: text,
  name: z.string(),
  currency: text,
  tax_included: flag,
  priced_by: text,
  based_on: z.object({ id: text, percent: decimalAmount.nullish(), amount: decimalAmount.nullish() }).nullish(),
  updated_at: text,
})

export const wireHousekeeping = z.object({
  id: z.string(),
  number: text,
  condition: text,
  desk_says: text,
  floor_says: text,
  discrepancy: text,
  today: text,
  occupancy_state: text,
  do_not_disturb: flag,
  service_refused: flag,
  turndown: flag,
  attendant: text,
  note: text,
  business_date: text,
  updated_at: text,
})

export const wireRoomBlock = z.object({
  id: z.string(),
  kind: text,
  room: z.object({ id: z.string(), number: text }),
  first_night: z.string(),
  last_night: text,
  starts: text,
  ends: text,
  reason_code: text,
  reason: text,
  return_as: text,
  updated_at: text,
})

export const wireMaintenanceRequest = z.object({
  id: z.string(),
  state: text,
  code: text,
  title: text,
  details: text,
  priority: text,
  room: z.object({ id: text, number: text }).nullish(),
  place: text,
  assignee: text,
  due: text,
  reported: text,
  resolved: text,
  updated_at: text,
})

export type WireBooking = z.input<typeof wireBooking>
export type WireRoom = z.input<typeof wireRoom>
export type WireGuest = z.input<typeof wireGuest>
export type WireRoomType = z.input<typeof wireRoomType>
export type WireRatePlan = z.input<typeof wireRatePlan>
export type WireHousekeeping = z.input<typeof wireHousekeeping>
export type WireRoomBlock = z.input<typeof wireRoomBlock>
export type WireMaintenanceRequest = z.input<typeof wireMaintenanceRequest>

/** A page of any list; the items are judged one by one. */
export const wirePage = z.object({
  data: z.array(z.unknown()),
  next_cursor: z.string().nullable(),
  total: z.int().optional(),
})

/** Notes of a booking, each of them only ever added. */
export const wireNotes = z.object({ data: z.array(z.object({ id: z.string(), text: z.string() })) })

export const wireProperty = z.object({ name: z.string(), currency: z.string(), time_zone: z.string() })
export const wireError = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** Calendars: lists with a value a day from `from` to `to`, both included. */
const daily = <T extends z.ZodType>(value: T) => z.array(value.nullable()).nullish()

export const wireRate = z.object({
  id: z.string(),
  plan: z.string(),
  room_type: z.string(),
  currency: z.string(),
  from: z.string(),
  to: z.string(),
  /** For one person, for two, … */
  prices: z.array(z.array(decimalAmount.nullable())).nullish(),
  closed: daily(z.boolean()),
  min_stay: daily(z.int()),
})

export const wireInventory = z.object({
  id: z.string(),
  room_type: z.string(),
  from: z.string(),
  to: z.string(),
  rooms: daily(z.int()),
  sold: daily(z.int()),
  available: daily(z.int()),
})

export type WireRate = z.input<typeof wireRate>
export type WireInventory = z.input<typeof wireInventory>
