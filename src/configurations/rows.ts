import { v7 as uuidv7 } from 'uuid'
import { type Configuration, ConfigurationEntity } from '../entities/configuration.ts'
import { selectList } from '../entities/select.ts'
import { PmsIntegrationError } from '../errors.ts'
import type { Sql } from '../platform/database/database.ts'

/** The statements on `pms_configuration`. */

const COLUMNS = selectList(ConfigurationEntity)

export type ConfigurationKey = Pick<Configuration, 'hotelId' | 'provider'>

/** What a person sets, and what follows from it. */
export type ConfigurationRow = Pick<
  Configuration,
  | 'hotelId'
  | 'provider'
  | 'enabled'
  | 'credentials'
  | 'syncSchedule'
  | 'nextSyncAt'
  | 'settings'
  | 'externalHotelId'
  | 'pausedAt'
  | 'pausedBy'
  | 'pausedReason'
>

export async function findRow(sql: Sql, { hotelId, provider }: ConfigurationKey, lock: '' | 'FOR UPDATE' = '') {
  const [row] = await sql.query<Configuration>(
    `SELECT ${COLUMNS} FROM pms_configuration WHERE hotel_id = $1 AND provider = $2 ${lock}`,
    [hotelId, provider],
  )
  return row ?? null
}

export async function storeRow(sql: Sql, row: ConfigurationRow): Promise<Configuration> {
  const [stored] = await sql.query<Configuration>(
    `INSERT INTO pms_configuration
       (id, hotel_id, provider, enabled, credentials, sync_schedule, next_sync_at, settings, external_hotel_id,
        paused_at, paused_by, paused_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (hotel_id, provider) DO UPDATE SET
       enabled = excluded.enabled, credentials = excluded.credentials, sync_schedule = excluded.sync_schedule,
       next_sync_at = excluded.next_sync_at, settings = excluded.settings,
       external_hotel_id = excluded.external_hotel_id, paused_at = excluded.paused_at, paused_by = excluded.paused_by,
       paused_reason = excluded.paused_reason, updated_at = now()
     RETURNING ${COLUMNS}`,
    [
      uuidv7(),
      row.hotelId,
      row.provider,
      row.enabled,
      row.credentials,
      row.syncSchedule,
      row.nextSyncAt,
      row.settings === null ? null : JSON.stringify(row.settings),
      row.externalHotelId,
      row.pausedAt,
      row.pausedBy,
      row.pausedReason,
    ],
  )
  return stored as Configuration
}

/** @throws PmsIntegrationError NOT_FOUND */
export async function removeRow(sql: Sql, { hotelId, provider }: ConfigurationKey): Promise<void> {
  const removed = await sql.query('DELETE FROM pms_configuration WHERE hotel_id = $1 AND provider = $2 RETURNING id', [
    hotelId,
    provider,
  ])
  if (removed.length === 0) throw configurationNotFound()
}

export const configurationNotFound = () =>
  new PmsIntegrationError('NOT_FOUND', 'The hotel has no configuration for this provider.', { field: 'provider' })
