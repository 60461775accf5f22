import { randomUUID } from 'node:crypto'
import type { Sql } from '../../src/platform/database/database.ts'
import {
  addBooking,
  addChannel,
  addFailure,
  addGuest,
  addHotel,
  addHousekeeping,
  addMaintenanceRequest,
  addRatePlan,
  addRoom,
  addRoomBlock,
  addRoomType,
  addSyncLog,
  addWebhookEvent,
} from './rows.ts'

/** A hotel with a row in every table that has something of a hotel; returns its id. */
export async function fillTables(sql: Sql): Promise<string> {
  const hotelId = await addHotel(sql)
  const configurationId = randomUUID()
  await sql.query(`INSERT INTO pms_configuration (id, hotel_id, provider, credentials) VALUES ($1, $2, 'mock', '')`, [
    configurationId,
    hotelId,
  ])
  await sql.query('INSERT INTO pms_webhook_endpoint (configuration_id) VALUES ($1)', [configurationId])
  const { id: bookingId } = await addBooking(sql, { hotelId, externalId: 'b' })
  const { id: roomId } = await addRoom(sql, { hotelId })
  await addGuest(sql, { hotelId, email: `${hotelId}@example.com` })
  await addRoomType(sql, { hotelId, externalId: 't' })
  await addRatePlan(sql, { hotelId, externalId: 'p', derivedFromExternalId: 'p' })
  await addHousekeeping(sql, { hotelId, externalId: 'r', attendant: 'Ada Lovelace', note: 'x' })
  await addRoomBlock(sql, { hotelId, reason: 'x' })
  await addMaintenanceRequest(sql, { hotelId, roomExternalId: 'r', assignee: 'Ada Lovelace', description: 'x' })
  const ended = new Date()
  const { id: syncLogId } = await addSyncLog(sql, { hotelId, completedAt: ended, watermarkAt: ended, duration: 1 })
  await sql.query(`INSERT INTO pms_sync_seen VALUES ($1, 1, '{}')`, [syncLogId])
  await sql.query(
    `INSERT INTO pms_history (hotel_id, provider, entity_type, row_id, field, before, after, seen_at, sync_log_id)
     VALUES ($1, 'mock', 'ROOM', $2, 'status', 'AVAILABLE', 'OCCUPIED', now(), $3)`,
    [hotelId, roomId, syncLogId],
  )
  await sql.query(
    `INSERT INTO pms_sync_due (configuration_id, hotel_id, provider, entity_type, slice, schedule, next_at)
     VALUES ($1, $2, 'mock', 'ROOM', 'NEAR', '@hourly', now())`,
    [configurationId, hotelId],
  )
  await sql.query(
    `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, state,
       expires_at, requested_by)
     VALUES ($1, $2, 'mock', 'a', 'BOOKING', $3, 'b', 'BOOKING_NOTE', '["NOTE"]', 'PENDING', now(), 'test')`,
    [randomUUID(), hotelId, bookingId],
  )
  await addChangeSet(sql, hotelId, bookingId)
  await addFailure(sql, { hotelId, syncLogId })
  await addWebhookEvent(sql, { hotelId, configurationId })
  await sql.query(`INSERT INTO pms_audit_entry (id, hotel_id, actor, action) VALUES ($1, $2, 'test', 'test')`, [
    randomUUID(),
    hotelId,
  ])
  await fillCalendar(sql, hotelId, syncLogId)
  await addChannel(sql, hotelId)
  return hotelId
}

/** A set that was stopped, with a change and a line that is none. */
async function addChangeSet(sql: Sql, hotelId: string, bookingId: string): Promise<void> {
  const [setId, changeId] = [randomUUID(), randomUUID()]
  await sql.query(
    `INSERT INTO pms_change_set (id, hotel_id, provider, account, action, source, state, reason, requested_by, canary,
       stop_percent, total, preview_hash, previewed_at, error, started_at, ended_at)
     VALUES ($1, $2, 'mock', 'a', 'BOOKING_NOTE', 'CSV', 'STOPPED', 'x', 'test', 5, 5, 2, 'h', now(), 'x', now(), now())`,
    [setId, hotelId],
  )
  await sql.query(
    `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, state,
       expires_at, ended_at, requested_by, set_id)
     VALUES ($1, $2, 'mock', 'a', 'BOOKING', $3, 'b', 'BOOKING_NOTE', '["NOTE"]', 'CANCELLED', now(), now(), 'test', $4)`,
    [changeId, hotelId, bookingId, setId],
  )
  await sql.query(
    `INSERT INTO pms_change_set_item (id, hotel_id, set_id, line, change_id, given, outcome, error_code, error, field)
     VALUES ($1, $3, $4, 1, $5, NULL, 'SEND', NULL, NULL, NULL), ($2, $3, $4, 2, NULL, 'x', 'REFUSED', 'NOT_FOUND', 'x', 'id')`,
    [randomUUID(), randomUUID(), hotelId, setId, changeId],
  )
}

async function fillCalendar(sql: Sql, hotelId: string, syncLogId: string): Promise<void> {
  const day = '2027-01-01'
  await sql.query(
    `INSERT INTO pms_rate_month
       (hotel_id, provider, rate_plan_external_id, room_type_external_id, currency, month, last_synced_at)
     VALUES ($1, 'mock', 'BAR', 'DBL', 'EUR', $2, now())`,
    [hotelId, day],
  )
  await sql.query(
    `INSERT INTO pms_availability_month (hotel_id, provider, room_type_external_id, month, last_synced_at)
     VALUES ($1, 'mock', 'DBL', $2, now())`,
    [hotelId, day],
  )
  await sql.query('INSERT INTO pms_calendar_position VALUES ($1, 1)', [hotelId])
  await sql.query(
    `INSERT INTO pms_calendar_change (hotel_id, position, provider, entity_type, room_type_external_id, from_day, to_day,
       before, after, seen_at, sync_log_id)
     VALUES ($1, 1, 'mock', 'AVAILABILITY', 'DBL', $2, $2, '{}', '{}', now(), $3)`,
    [hotelId, day, syncLogId],
  )
}
