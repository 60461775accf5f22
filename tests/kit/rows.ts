import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Booking } from '../../src/entities/booking.ts'
import type { Guest } from '../../src/entities/guest.ts'
import type { Room } from '../../src/entities/room.ts'
import { columnName } from '../../src/entities/select.ts'
import type { SyncFailure } from '../../src/entities/sync-failure.ts'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import type { WebhookEvent } from '../../src/entities/webhook-event.ts'
import type { Sql } from '../../src/platform/database/database.ts'

/** A hotel of one's own; returns its id. */
export async function addHotel(sql: Sql, id = `hotel-${randomUUID()}`): Promise<string> {
  await sql.query(
    `INSERT INTO pms_hotel (id, slug, name, time_zone, currency) VALUES ($1, $1, 'Test', 'Europe/Lisbon', 'EUR')`,
    [id],
  )
  return id
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
