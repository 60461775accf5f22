import { isDeepStrictEqual } from 'node:util'
import type { Database, Sql } from '../platform/database.ts'
import type { PmsProviderAdapter, StoredCredentials } from '../providers/provider.ts'
import type { Vault } from '../security/vault.ts'
import { type ConfigurationKey, configurationNotFound, findRow } from './configuration-rows.ts'

export interface CredentialDeps {
  readonly database: Database
  readonly vault: Vault
}

/** What a sealed credential is bound to: moved to another hotel's row it does not open. */
export const credentialsContext = ({ hotelId, provider }: ConfigurationKey) => ({
  hotelId,
  provider,
  field: 'credentials',
})

/** The credentials of a hotel's account, for a vendor that replaces a part of them as they are used. */
export function storedCredentials(
  { database, vault }: CredentialDeps,
  adapter: PmsProviderAdapter,
  hotelId: string,
): StoredCredentials {
  const key = { hotelId, provider: adapter.key }
  const read = async (sql: Sql, lock?: 'FOR UPDATE'): Promise<unknown> => {
    const row = await findRow(sql, key, lock)
    if (row === null) throw configurationNotFound()
    return adapter.credentials.parse(JSON.parse(vault.open(row.credentials, credentialsContext(key))))
  }
  return {
    latest: () => read(database),
    replace: (used, next) =>
      database.transaction(async (tx) => {
        if (!isDeepStrictEqual(await read(tx, 'FOR UPDATE'), used)) return
        const sealed = vault.seal(JSON.stringify(next), credentialsContext(key))
        await tx.query('UPDATE pms_configuration SET credentials = $3 WHERE hotel_id = $1 AND provider = $2', [
          hotelId,
          adapter.key,
          sealed,
        ])
      }),
  }
}
