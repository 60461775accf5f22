import { LockMode } from '@mikro-orm/core'
import { type Configuration, ConfigurationEntity } from '../entities/configuration.ts'
import { selectList } from '../entities/select.ts'
import { PmsIntegrationError } from '../errors.ts'
import type { ScopedTransaction, Sql } from '../platform/database/database.ts'

const COLUMNS = selectList(ConfigurationEntity)

export type ConfigurationKey = Pick<Configuration, 'hotelId' | 'provider'>

/** As it is stored now, for who only reads. */
export async function findConfiguration(sql: Sql, { hotelId, provider }: ConfigurationKey) {
  const [row] = await sql.query<Configuration>(
    `SELECT ${COLUMNS} FROM pms_configuration WHERE hotel_id = $1 AND provider = $2`,
    [hotelId, provider],
  )
  return row ?? null
}

/** For who changes it: nobody else does until the transaction ends. */
export function lockConfiguration({ em }: ScopedTransaction, { hotelId, provider }: ConfigurationKey) {
  return em.findOne(ConfigurationEntity, { hotelId, provider }, { lockMode: LockMode.PESSIMISTIC_WRITE })
}

/** @throws PmsIntegrationError NOT_FOUND */
export async function requireConfiguration(tx: ScopedTransaction, key: ConfigurationKey): Promise<Configuration> {
  const configuration = await lockConfiguration(tx, key)
  if (configuration === null) throw configurationNotFound()
  return configuration
}

/**
 * Replaces a sealed value that people do not edit together, past the version: whoever has the form open must not be turned
 * away for it.
 */
export async function replaceSealed(
  sql: Sql,
  configurationId: string,
  column: 'credentials' | 'webhook_secret',
  sealed: string,
): Promise<void> {
  await sql.query(`UPDATE pms_configuration SET ${column} = $2 WHERE id = $1`, [configurationId, sealed])
}

/** What credentials stored by a version before are called, once they have been opened. */
export async function noteCredentialKey(sql: Sql, configurationId: string, credentialKey: string): Promise<void> {
  await sql.query('UPDATE pms_configuration SET credential_key = $2 WHERE id = $1', [configurationId, credentialKey])
}

export const configurationNotFound = () =>
  new PmsIntegrationError('NOT_FOUND', 'The hotel has no configuration for this provider.', { field: 'provider' })
