import { z } from 'zod'
import { decimalAmount } from '../money.ts'

/**
 * The connector's shapes. Missing, null and blank are the same here, so that a reservation reads alike whichever way it
 * came: from the connector or as a protel I/O message.
 */
const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
const flag = z.boolean().nullish().default(null)

export const wireReservation = z.object({
  id: z.string().min(1),
  crsConfirmation: text,
  status: text,
  /** The hotel's own status beneath the PMS one, such as `G` Guaranteed. */
  pmsStatusCode: text,
  pmsStatusName: text,
  /** An instant; a plain day where a message has no more. */
  arrival: z.string(),
  departure: z.string(),
  checkedInAt: text,
  checkedOutAt: text,
  roomId: text,
  roomNumber: text,
  roomLocked: flag,
  roomTypeCode: text,
  ratePlanCode: text,
  adults: z.int().nullish(),
  children: z.int().nullish().default(null),
  total: z.object({ amount: decimalAmount.nullish(), currency: text }).nullish().default(null),
  guests: z
    .array(
      z.object({
        profileId: text,
        givenName: text,
        surname: text,
        email: text,
        phone: text,
        countryCode: text,
        isPrimary: flag,
      }),
    )
    .nullish()
    .transform((guests) => guests ?? []),
  comments: z
    .array(text)
    .nullish()
    .transform((comments) => (comments ?? []).filter((comment) => comment !== null)),
  createdAt: text,
  updatedAt: text,
})

export const wireRoom = z.object({
  id: z.string().min(1),
  number: z.string(),
  updatedAt: z.string().nullish(),
  roomType: z.object({ id: text, code: text, name: text }).nullish(),
})

export const wireRoomState = z.object({
  id: z.string().min(1),
  number: text,
  hkStatus: z.string().nullish(),
  updatedAt: z.string().nullish(),
})
export type WireRoomState = z.input<typeof wireRoomState>

export const wireRoomBlock = z.object({
  id: z.string().min(1),
  roomId: z.string().min(1),
  kind: text,
  from: z.iso.datetime({ offset: true }),
  to: text,
  reason: text,
})
export type WireRoomBlock = z.input<typeof wireRoomBlock>

type AnyReservation = z.input<typeof wireReservation>
/** A reservation as the connector's contract has it. */
export type WireReservation = Omit<AnyReservation, 'status' | 'adults' | 'guests'> & {
  status: string
  adults: number
  guests: NonNullable<AnyReservation['guests']>
}
export type WireRoom = z.input<typeof wireRoom>

export const wireProperty = z.object({
  property: z
    .object({
      id: z.string(),
      name: z.string(),
      timeZone: z.string(),
      currency: z.string(),
      capabilities: z.object({
        ...{ flavour: z.string(), reservationRead: z.boolean(), roomStatusRead: z.boolean() },
        ...{ checkIn: z.boolean(), checkOut: z.boolean(), roomStatusWrite: z.boolean() },
      }),
    })
    .nullable(),
})
