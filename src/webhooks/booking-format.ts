import { z } from 'zod'
import type { Booking } from '../entities/synced/booking.ts'
import { badUserInput } from '../errors.ts'
import { decimalAmount, minorUnitsOf } from '../providers/money.ts'
import type { NormalizeContext } from '../providers/provider.ts'
import { mapStatus, type StatusTable } from '../providers/status.ts'
import type { BookingInput, BookingStatus } from '../records/booking.ts'
import { scrubRaw } from '../records/text/scrub.ts'

const text = z.string().nullish()
// A number beyond 2^53 has lost its last digits on the way, and a fraction names nothing.
const whole = z.int({ error: 'must be a text, or a whole number below 2^53' }).min(0).transform(String)
const room = z.union([
  z.string().transform((number) => ({ number })),
  whole.transform((number) => ({ number })),
  z.object({ id: text, number: text, type: text }),
])

/** What callers of this service send, whatever their PMS: the one format here that is our own. */
const wireBooking = z.object({
  id: z.union([z.string(), whole]),
  status: z.string(),
  confirmationNumber: text,
  source: text,
  updatedAt: text,
  guest: z.object({ id: text, name: z.string(), email: text }),
  stay: z.object({
    checkIn: z.string(),
    checkOut: z.string(),
    room: room.nullish(),
    adults: z.int().nullish(),
    children: z.int().nullish(),
  }),
  totals: z.object({ amount: decimalAmount, currency: z.string() }).nullish(),
  notes: text,
})

const STATUSES: StatusTable<BookingStatus> = {
  values: {
    PENDING: 'PENDING',
    TENTATIVE: 'PENDING',
    CONFIRMED: 'CONFIRMED',
    MODIFIED: 'CONFIRMED',
    RESERVED: 'CONFIRMED',
    CHECKED_IN: 'CHECKED_IN',
    IN_HOUSE: 'CHECKED_IN',
    CHECKED_OUT: 'CHECKED_OUT',
    CANCELLED: 'CANCELLED',
    CANCELED: 'CANCELLED',
    NO_SHOW: 'NO_SHOW',
  },
  fallback: 'PENDING',
}

/** What a message is completed from. */
export interface Known {
  readonly stored: Booking | null
  readonly rooms: readonly KnownRoom[]
}

export interface KnownRoom {
  readonly externalId: string
  readonly roomNumber: string
  readonly roomType: string | null
}

/** Without an id there is nothing to keep a failure for. */
export function bookingOf(body: unknown): { id: string } & Record<string, unknown> {
  const parsed = z.object({ booking: z.looseObject({ id: wireBooking.shape.id }) }).safeParse(body)
  if (!parsed.success) throw badUserInput(parsed.error.issues[0]?.path.join('.') || 'body', 'is missing or not valid')
  const { booking } = parsed.data
  const id = booking.id.replaceAll('\u0000', '').trim()
  if (id === '' || id.length > 255) throw badUserInput('booking.id', 'must have 1 to 255 characters')
  return { ...booking, id }
}

/** How such a message becomes a record. */
export const mapping = (known: Known) => ({
  normalize: { bookings: (raw: unknown, ctx: NormalizeContext) => normalize(raw, known, ctx) },
  identify: { bookings: (raw: unknown) => (raw as { id: string }).id },
})

/** What is left out stays as it is stored, null clears it, and what belongs together is replaced together. */
function normalize(raw: unknown, { stored, rooms }: Known, ctx: NormalizeContext): BookingInput {
  const { guest, stay, totals, ...booking } = wireBooking.parse(raw)
  const status = booking.status
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')
  return {
    externalId: booking.id,
    externalUpdatedAt: booking.updatedAt,
    confirmationNumber: given(booking.confirmationNumber, stored?.confirmationNumber),
    status: mapStatus(STATUSES, status, 'status', ctx),
    source: booking.source?.toUpperCase() ?? stored?.source ?? 'OTHER',
    ...guestOf(guest, stored),
    ...roomAndTypeOf(stay.room, stored, rooms),
    ratePlanExternalId: stored?.ratePlanExternalId,
    checkIn: stay.checkIn,
    checkOut: stay.checkOut,
    adults: stay.adults ?? stored?.adults ?? 1,
    children: given(stay.children, stored?.children),
    ...(totals === undefined
      ? { totalAmountCents: stored?.totalAmountCents, currency: stored?.currency }
      : {
          totalAmountCents: totals && minorUnitsOf(totals.amount, totals.currency, 'totals.amount'),
          currency: totals?.currency,
        }),
    notes: given(booking.notes, stored?.notes),
    metadata: { ...stored?.metadata, ...scrubRaw(raw, [booking.id]) },
  }
}

/** Left out: what is stored. Null: nothing. */
const given = <T>(value: T | null | undefined, stored: T | null | undefined) => (value === undefined ? stored : value)

/** Another guest brings nothing of the one before. */
function guestOf({ name, email, id }: z.output<typeof wireBooking>['guest'], stored: Booking | null) {
  const isSame = id ? id === stored?.guestExternalId : name === stored?.guestName
  const before = isSame ? stored : null
  return {
    guestName: name,
    guestEmail: given(email, before?.guestEmail),
    guestExternalId: given(id, before?.guestExternalId),
  }
}

/** The format has no id of a room type: the stored one holds for as long as the type does. */
function roomAndTypeOf(...given: Parameters<typeof roomOf>) {
  const [, stored] = given
  const room = roomOf(...given)
  const isSameType = stored !== null && (room.roomType ?? null) === stored.roomType
  return { ...room, roomTypeExternalId: isSameType ? stored.roomTypeExternalId : null }
}

/** Another room brings nothing of the one before; its id and type are those of the hotel's room with that number. */
function roomOf(
  room: z.output<typeof wireBooking>['stay']['room'],
  stored: Booking | null,
  rooms: readonly KnownRoom[],
) {
  const { roomNumber, roomType, roomExternalId } = stored ?? {}
  if (room === undefined) return { roomNumber, roomType, roomExternalId }
  if (room === null) return { roomNumber: null, roomType: null, roomExternalId: null }
  const { id, number, type } = { id: null, number: null, type: null, ...room }
  const isSame = id ? id === roomExternalId : number === roomNumber
  const before = isSame && stored ? { externalId: roomExternalId, roomNumber, roomType } : null
  const found = rooms.find((each) => (id ? each.externalId === id : each.roomNumber === number)) ?? before
  return {
    roomNumber: number ?? found?.roomNumber,
    roomType: type ?? found?.roomType,
    roomExternalId: id ?? found?.externalId,
  }
}

/** The room that a message names; null when it names none. */
export function roomNamed(raw: object): { id: string | null; number: string | null } | null {
  const parsed = z.object({ stay: z.object({ room }) }).safeParse(raw)
  if (!parsed.success) return null
  const { id, number } = { id: null, number: null, ...parsed.data.stay.room }
  return { id: id?.trim() || null, number: number?.trim() || null }
}
