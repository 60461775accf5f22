import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { columnName } from '../../src/entities/select.ts'
import type { SyncFailure } from '../../src/entities/sync-failure.ts'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import type { Booking } from '../../src/entities/synced/booking.ts'
import type { Guest } from '../../src/entities/synced/guest.ts'
import type { Housekeeping } from '../../src/entities/synced/housekeeping.ts'
import type { MaintenanceRequest } from '../../src/entities/synced/maintenance-request.ts'
import type { RatePlan } from '../../src/entities/synced/rate-plan.ts'
import type { Room } from '../../src/entities/synced/room.ts'
import type { RoomBlock } from '../../src/entities/synced/room-block.ts'
import type { RoomType } from '../../src/entities/synced/room-type.ts'
import type { WebhookEvent } from '../../src/entities/webhook-event.ts'
import type { Sql } from '../../src/platform/database/database.ts'
import type { EntityType } from '../../src/records/entity-type.ts'

/** A hotel of one's own; returns its id. */
export async function addHotel(sql: Sql, id = `hotel-${randomUUID()}`): Promise<string> {
  await sql.query(
    `INSERT INTO pms_hotel (id, slug, name, time_zone, currency) VALUES ($1, $1, 'Test', 'Europe/Lisbon', 'EUR')`,
    [id],
  )
  return id
}

/** A hotel that is connected to the mock PMS; returns its id. */
export async function addAccount(
  sql: Sql,
  { id, syncSchedule = null }: { id?: string; syncSchedule?: string | null } = {},
): Promise<string> {
  const hotelId = await addHotel(sql, id)
  await sql.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, sync_schedule) VALUES ($1, $2, 'mock', '', $3)`,
    [randomUUID(), hotelId, syncSchedule],
  )
  return hotelId
}

export interface Runs {
  hotelId: string
  runs: number
  until: Date
  /** Between two runs of an entity type. */
  everyMinutes?: number
  /** Of so many runs only one brings something. */
  changedOf?: number
  /** What is walked in turn. */
  walks?: readonly Walk[]
}

/** An entity type of a hotel, or a slice of one. */
export interface Walk {
  type: EntityType
  /** Empty where the type is one. */
  slice: string
}

const THREE_WALKS: readonly Walk[] = [
  { type: 'BOOKING', slice: '' },
  { type: 'ROOM', slice: '' },
  { type: 'GUEST', slice: '' },
]

/**
 * Runs of three entity types in turn, or of the walks that are named, a quarter of an hour apart, the last at `until`.
 * One in 17 failed, one in 41 was cancelled; they took from a few milliseconds to half an hour.
 */
export async function addRuns(
  sql: Sql,
  { hotelId, runs, until, everyMinutes = 15, changedOf = 1, walks = THREE_WALKS }: Runs,
): Promise<void> {
  await sql.query(
    `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, slice, operation, trigger, status,
       items_processed, items_created, items_updated, items_unchanged, items_deleted, queued_at, started_at, completed_at,
       duration, error_code, error_summary, watermark_at)
     SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7000'
         || substr('89ab', 1 + (random() * 3)::integer, 1) || substr(md5(random()::text), 1, 15))::uuid,
       $1, 'mock', ($6::text[])[1 + n % walks], ($7::text[])[1 + n % walks], 'INCREMENTAL', 'SCHEDULED', status, 7,
       changed, 0, 7 - changed, changed % 2, started, started, at, ms, code, code,
       CASE WHEN status = 'COMPLETED' THEN started END
     FROM generate_series(0, $2::integer - 1) AS n, cardinality($6::text[]) AS walks,
       LATERAL (SELECT $3::timestamptz - ((($2 - 1 - n) / walks) * $4::integer) * interval '1 minute' AS at,
         (5 * exp(n * 7919 % 1000 / 80.0))::integer AS ms,
         CASE WHEN (n / walks) % $5::integer = 0 THEN 1 + n % 5 ELSE 0 END AS changed,
         CASE WHEN n % 17 = 5 THEN 'FAILED' WHEN n % 41 = 7 THEN 'CANCELLED' ELSE 'COMPLETED' END AS status) AS run,
       LATERAL (SELECT at - ms * interval '1 ms' AS started,
         CASE WHEN status = 'FAILED' THEN (ARRAY['PROVIDER_TIMEOUT', 'PROVIDER_UNAUTHORIZED'])[1 + n % 2] END AS code) AS more
     ORDER BY n`,
    [hotelId, runs, until, everyMinutes, changedOf, walks.map(({ type }) => type), walks.map(({ slice }) => slice)],
  )
}

const syncedRow = () => ({
  id: uuidv7(),
  provider: 'mock',
  externalId: randomUUID(),
  lastSyncedAt: new Date(),
  contentHash: 'hash',
})

type Given<Row> = Partial<Row> & { hotelId: string }

/** Rows as a sync would have left them, with what matters to the test. */
export const addBooking = (sql: Sql, given: Given<Booking>) =>
  add<Booking>(sql, 'pms_booking', {
    ...syncedRow(),
    status: 'CONFIRMED',
    source: 'DIRECT',
    guestName: 'Ada Lovelace',
    checkIn: '2026-12-01',
    checkOut: '2026-12-03',
    adults: 2,
    ...given,
  })

export const addRoom = (sql: Sql, given: Given<Room>) =>
  add<Room>(sql, 'pms_room', {
    ...syncedRow(),
    roomNumber: '101',
    status: 'AVAILABLE',
    cleaningStatus: 'CLEAN',
    ...given,
  })

export const addGuest = (sql: Sql, given: Given<Guest>) =>
  add<Guest>(sql, 'pms_guest', { ...syncedRow(), firstName: 'Ada', lastName: 'Lovelace', ...given })

export const addRoomType = (sql: Sql, given: Given<RoomType>) =>
  add<RoomType>(sql, 'pms_room_type', { ...syncedRow(), name: 'Standard Double', ...given })

export const addRatePlan = (sql: Sql, given: Given<RatePlan>) =>
  add<RatePlan>(sql, 'pms_rate_plan', { ...syncedRow(), name: 'Best flexible rate', ...given })

export const addHousekeeping = (sql: Sql, given: Given<Housekeeping>) =>
  add<Housekeeping>(sql, 'pms_housekeeping', { ...syncedRow(), condition: 'CLEAN', occupancy: 'VACANT', ...given })

export const addRoomBlock = (sql: Sql, given: Given<RoomBlock>) =>
  add<RoomBlock>(sql, 'pms_room_block', {
    ...syncedRow(),
    kind: 'OUT_OF_ORDER',
    roomExternalId: 'r',
    firstNight: '2026-12-01',
    ...given,
  })

export const addMaintenanceRequest = (sql: Sql, given: Given<MaintenanceRequest>) =>
  add<MaintenanceRequest>(sql, 'pms_maintenance_request', { ...syncedRow(), status: 'OPEN', ...given })

export const addSyncLog = (sql: Sql, given: Given<SyncLog>) =>
  add<SyncLog>(sql, 'pms_sync_log', {
    id: uuidv7(),
    provider: 'mock',
    entityType: 'BOOKING',
    operation: 'FULL',
    trigger: 'MANUAL',
    status: 'COMPLETED',
    ...given,
  })

export const addFailure = (sql: Sql, given: Given<SyncFailure> & { syncLogId: string }) =>
  add<SyncFailure>(sql, 'pms_sync_failure', {
    id: uuidv7(),
    provider: 'mock',
    entityType: 'BOOKING',
    fingerprint: randomUUID(),
    raw: {},
    errorCode: 'RECORD_INVALID',
    reason: 'must be a date',
    fetchedAt: new Date(),
    ...given,
  })

export const addWebhookEvent = (sql: Sql, given: Given<WebhookEvent> & { configurationId: string }) =>
  add<WebhookEvent>(sql, 'pms_webhook_event', {
    id: uuidv7(),
    provider: 'mock',
    dedupeKey: randomUUID(),
    eventType: 'booking.updated',
    body: Buffer.from('{}'),
    receivedAt: new Date(),
    status: 'DEAD',
    ...given,
  })

async function add<Row extends object>(
  sql: Sql,
  table: string,
  row: Partial<Row>,
): Promise<Partial<Row> & { id: string }> {
  const columns = Object.keys(row).map(columnName)
  const values = Object.values(row).map((value) => (isJson(value) ? JSON.stringify(value) : value))
  const places = values.map((_, index) => `$${index + 1}`)
  await sql.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, values)
  return row as Partial<Row> & { id: string }
}

const isJson = (value: unknown) =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value)

/** A connection to a channel that cannot be opened: for tests that only look at it. */
export async function addChannel(sql: Sql, hotelId: string): Promise<void> {
  await sql.query(
    `INSERT INTO pms_channel (id, hotel_id, channel, provider, property_id, currency, credentials, settings, rooms, plans,
       enabled, when_stale, stale_after_minutes)
     VALUES ($1, $2, 'channex', 'mock', 'property', 'EUR', '', '{}', '[]', '[]', false, 'CLOSE', 180)`,
    [randomUUID(), hotelId],
  )
}
