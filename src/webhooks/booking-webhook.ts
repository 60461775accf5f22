import { z } from 'zod'
import { type Booking, BookingEntity } from '../entities/booking.ts'
import type { Hotel } from '../entities/hotel.ts'
import { selectList } from '../entities/select.ts'
import { badUserInput, PmsIntegrationError } from '../errors.ts'
import type { Sql } from '../platform/database/database.ts'
import { isDataError, retryOutage } from '../platform/database/errors.ts'
import { decimalAmount, minorUnitsOf } from '../providers/money.ts'
import type { NormalizeContext } from '../providers/provider.ts'
import { mapStatus, type StatusTable } from '../providers/status.ts'
import type { BookingInput, BookingStatus } from '../records/booking.ts'
import { scrubRaw } from '../records/scrub.ts'
import type { EngineDeps } from '../sync/run/deps.ts'
import { announceIngested, ingest } from '../sync/run/ingest.ts'
import { syncedBooking } from '../sync/store/booking.ts'
import { withoutRefused } from '../sync/store/rejected.ts'
import { type ValidatedPage, validatePage } from '../sync/store/validate.ts'

export interface BookingWebhook {
  readonly hotel: Hotel
  readonly provider: string
  /** `{ booking: { id, status, guest, stay, totals } }`, not looked at yet. */
  readonly body: unknown
  /** Names the message in the sender's own logs. */
  readonly correlationId?: string | undefined
}

const text = z.string().nullish()
const room = z.union([
  z.string().transform((number) => ({ number })),
  z.number().transform((number) => ({ number: String(number) })),
  z.object({ id: text, number: text, type: text }),
])

/** What callers of this service send, whatever their PMS: the one format here that is our own. */
const wireBooking = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
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

/**
 * Stores a booking that was sent to us and resolves when it is durable. What the message does not say stays as it is
 * stored. An invalid booking with a readable id is kept as a failure.
 * @throws PmsIntegrationError BAD_USER_INPUT, RECORD_INVALID or RECORD_REJECTED naming the field
 */
export async function ingestBookingWebhook(
  deps: Pick<EngineDeps, 'database' | 'clock' | 'log' | 'events' | 'pubsub'>,
  { hotel, provider, body, correlationId }: BookingWebhook,
): Promise<{ bookingId: string; syncLogId: string }> {
  const raw = bookingOf(body)
  const scope = { hotelId: hotel.id, provider }
  const fetchedAt = deps.clock.now()
  const stored = await findStored(deps.database, scope, raw.id)
  const page = validatePage(syncedBooking, mapping(stored), [raw], contextOf(deps, hotel, provider))
  const ingested = await write(deps, { scope, page, fetchedAt, correlationId })
  announceIngested(deps, ingested)
  const [failed] = ingested.failed
  if (failed) {
    throw new PmsIntegrationError(failed.errorCode, `The booking was not stored: ${failed.reason}`, {
      ...(failed.path !== null && { field: `booking.${failed.path}` }),
      details: { syncLogId: ingested.log.id },
    })
  }
  const { id } = (await findStored(deps.database, scope, raw.id)) ?? {}
  return { bookingId: id ?? '', syncLogId: ingested.log.id }
}

/** Without an id there is nothing to keep a failure for. */
function bookingOf(body: unknown): { id: string } & Record<string, unknown> {
  const parsed = z.object({ booking: z.looseObject({ id: wireBooking.shape.id }) }).safeParse(body)
  if (!parsed.success) throw badUserInput(parsed.error.issues[0]?.path.join('.') || 'body', 'is missing or not valid')
  const { booking } = parsed.data
  const id = booking.id.replaceAll('\u0000', '').trim()
  if (id === '' || id.length > 255) throw badUserInput('booking.id', 'must have 1 to 255 characters')
  return { ...booking, id }
}

const mapping = (stored: Booking | null) => ({
  normalize: { bookings: (raw: unknown, ctx: NormalizeContext) => normalize(raw, stored, ctx) },
  identify: { bookings: (raw: unknown) => (raw as { id: string }).id },
})

function normalize(raw: unknown, stored: Booking | null, ctx: NormalizeContext): BookingInput {
  const { guest, stay, totals, ...booking } = wireBooking.parse(raw)
  const status = booking.status
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')
  const room = { id: null, number: null, type: null, ...stay.room }
  return {
    externalId: booking.id,
    externalUpdatedAt: booking.updatedAt,
    confirmationNumber: booking.confirmationNumber ?? stored?.confirmationNumber,
    status: mapStatus(STATUSES, status, 'status', ctx),
    source: booking.source?.toUpperCase() ?? stored?.source ?? 'OTHER',
    guestName: guest.name,
    guestEmail: guest.email ?? stored?.guestEmail,
    guestExternalId: guest.id ?? stored?.guestExternalId,
    roomNumber: room.number ?? stored?.roomNumber,
    roomType: room.type ?? stored?.roomType,
    roomExternalId: room.id ?? stored?.roomExternalId,
    checkIn: stay.checkIn,
    checkOut: stay.checkOut,
    adults: stay.adults ?? stored?.adults ?? 1,
    children: stay.children ?? stored?.children,
    totalAmountCents: totals ? minorUnitsOf(totals.amount, totals.currency, 'totals.amount') : stored?.totalAmountCents,
    currency: totals?.currency ?? stored?.currency,
    notes: booking.notes ?? stored?.notes,
    metadata: stored?.metadata ?? scrubRaw(raw),
  }
}

async function findStored(
  sql: Sql,
  { hotelId, provider }: { hotelId: string; provider: string },
  externalId: string,
): Promise<Booking | null> {
  const [row] = await sql.query<Booking>(
    `SELECT ${selectList(BookingEntity)} FROM pms_booking WHERE hotel_id = $1 AND provider = $2 AND external_id = $3`,
    [hotelId, provider, externalId],
  )
  return row ?? null
}

function contextOf({ log }: Pick<EngineDeps, 'log'>, hotel: Hotel, provider: string): NormalizeContext {
  const { id, timeZone, currency } = hotel
  return {
    hotel: { id, timeZone, currency, externalHotelId: null },
    report: (problem) =>
      log.warn({ hotelId: id, provider, ...problem }, 'A webhook has a value that is not known here'),
  }
}

interface Input {
  scope: { hotelId: string; provider: string }
  page: ValidatedPage
  fetchedAt: Date
  correlationId: string | undefined
}

async function write({ database }: Pick<EngineDeps, 'database'>, { scope, page, fetchedAt, correlationId }: Input) {
  const store = async (those: ValidatedPage) => {
    const metadata = correlationId === undefined ? null : { correlationId }
    const rest = { entity: syncedBooking, scope, gone: [], fetchedAt, triggeredBy: 'webhook', metadata }
    const ingested = await retryOutage(() => database.transaction((tx) => ingest(tx, { ...rest, page: those })))
    return { ...ingested, failed: those.failed }
  }
  try {
    return await store(page)
  } catch (error) {
    if (!isDataError(error)) throw error
    return store(await withoutRefused(database, syncedBooking, scope, page, fetchedAt))
  }
}
