import { z } from 'zod'
import { decimalAmount } from '../../src/providers/money.ts'

/** What Innkeeper sends, and no more than we read of it. */
export const wireReservation = z.object({
  id: z.string().min(1),
  status: z.string(),
  from: z.string(),
  to: z.string(),
  guest: z.object({ name: z.string(), mail: z.string().nullish() }),
  room: z.string().nullish(),
  persons: z.int(),
  children: z.int().nullish(),
  price: decimalAmount.nullish(),
  currency: z.string().nullish(),
  comment: z.string().nullish(),
  changed: z.string(),
})
export type WireReservation = z.input<typeof wireReservation>

/** The items stay unknown here: one of them that is broken must not spoil the page. */
export const wirePage = z.object({ reservations: z.array(z.unknown()), next: z.string().nullable(), total: z.int() })
export const wireHouse = z.object({ house: z.string() })
