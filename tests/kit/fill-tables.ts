import { randomUUID } from 'node:crypto'
import type { Sql } from '../../src/platform/database/database.ts'
import { addBooking, addFailure, addGuest, addHotel, addRoom, addSyncLog, addWebhookEvent } from './rows.ts'

/** A hotel with a row in every table that has something of a hotel; returns its id. */
export async function fillTables(sql: Sql): Promise<string> {
  const hotelId = await addHotel(sql)
  const configurationId = randomUUID()
  await sql.query(`INSERT INTO pms_configuration (id, hotel_id, provider, credentials) VALUES ($1, $2, 'mock', '')`, [
    configurationId,
    hotelId,
  ])
  await sql.query('INSERT INTO pms_webhook_endpoint (configuration_id) VALUES ($1)', [configurationId])
  await addBooking(sql, { hotelId })
  await addRoom(sql, { hotelId })
  await addGuest(sql, { hotelId, email: `${hotelId}@example.com` })
  const ended = new Date()
  const { id: syncLogId } = await addSyncLog(sql, { hotelId, completedAt: ended, watermarkAt: ended, duration: 1 })
  await sql.query(`INSERT INTO pms_sync_seen VALUES ($1, 1, '{}')`, [syncLogId])
  await addFailure(sql, { hotelId, syncLogId })
  await addWebhookEvent(sql, { hotelId, configurationId })
  await sql.query(`INSERT INTO pms_audit_entry (id, hotel_id, actor, action) VALUES ($1, $2, 'test', 'test')`, [
    randomUUID(),
    hotelId,
  ])
  return hotelId
}
