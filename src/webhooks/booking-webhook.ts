import type { Hotel } from '../entities/hotel.ts'
import { selectList } from '../entities/select.ts'
import { type Booking, BookingEntity } from '../entities/synced/booking.ts'
import { PmsIntegrationError } from '../errors.ts'
import type { Sql } from '../platform/database/database.ts'
import { isDataError, retryOutage } from '../platform/database/errors.ts'
import type { NormalizeContext } from '../providers/provider.ts'
import { scrubProse } from '../records/text/prose.ts'
import type { EngineDeps } from '../sync/run/deps.ts'
import { announceIngested, ingest } from '../sync/run/ingest.ts'
import { withoutRefused } from '../sync/store/rejected.ts'
import type { Scope } from '../sync/store/upsert.ts'
import { type ValidatedPage, validatePage } from '../sync/store/validate.ts'
import { syncedBooking } from '../sync/synced/booking.ts'
import { bookingOf, type KnownRoom, mapping, roomNamed } from './booking-format.ts'

export interface BookingWebhook {
  readonly hotel: Hotel
  readonly provider: string
  /** `{ booking: { id, status, guest, stay, totals } }`, not looked at yet. */
  readonly body: unknown
  /** Names the message in the sender's own logs. */
  readonly correlationId?: string | undefined
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
  const rooms = await findRooms(deps.database, scope, raw)
  const page = validatePage(
    syncedBooking,
    mapping({ stored, rooms }),
    [raw],
    contextOf(deps, hotel, provider),
    fetchedAt,
  )
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

/** The hotel's rooms that the message may mean. A number that two rooms have names neither. */
async function findRooms(sql: Sql, { hotelId, provider }: Scope, raw: Record<string, unknown>): Promise<KnownRoom[]> {
  const named = roomNamed(raw)
  if (named === null) return []
  const rooms = await sql.query<KnownRoom>(
    `SELECT external_id AS "externalId", room_number AS "roomNumber", room_type AS "roomType" FROM pms_room
     WHERE hotel_id = $1 AND provider = $2 AND deleted_at IS NULL
       AND (external_id = $3 OR ($3::text IS NULL AND room_number = $4)) LIMIT 2`,
    [hotelId, provider, named.id, named.number],
  )
  return rooms.length === 1 ? rooms : []
}

async function findStored(sql: Sql, { hotelId, provider }: Scope, externalId: string): Promise<Booking | null> {
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
  scope: Scope
  page: ValidatedPage
  fetchedAt: Date
  correlationId: string | undefined
}

async function write({ database }: Pick<EngineDeps, 'database'>, { scope, page, fetchedAt, correlationId }: Input) {
  const store = async (those: ValidatedPage) => {
    const metadata = correlationId === undefined ? null : { correlationId: scrubProse(correlationId) }
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
