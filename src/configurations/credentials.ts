import { isDeepStrictEqual } from 'node:util'
import { badUserInput } from '../errors.ts'
import type { ScopedDatabase } from '../platform/database/database.ts'
import type { PmsProviderAdapter, StoredCredentials } from '../providers/provider.ts'
import type { JsonObject } from '../records/common.ts'
import type { Vault } from '../security/vault.ts'
import {
  type ConfigurationKey,
  configurationNotFound,
  findConfiguration,
  replaceSealed,
  requireConfiguration,
} from './rows.ts'

export interface CredentialDeps {
  readonly database: ScopedDatabase
  readonly vault: Vault
}

/** What a sealed credential is bound to: moved to another hotel's row it does not open. */
export const credentialsContext = ({ hotelId, provider }: ConfigurationKey) => ({
  hotelId,
  provider,
  field: 'credentials',
})

export interface EnteredCredentials {
  /** All of them. */
  readonly credentials?: JsonObject | null | undefined
  /** Only those fields that differ from what is stored; null takes one away. */
  readonly changedCredentials?: JsonObject | null | undefined
}

export interface SealedRow extends ConfigurationKey {
  readonly credentials: string
}

/** @throws PmsIntegrationError CREDENTIALS_UNREADABLE */
export const openCredentials = (vault: Vault, row: SealedRow) =>
  JSON.parse(vault.open(row.credentials, credentialsContext(row))) as JsonObject

/** What is stored, but for the fields that are given; null takes one away. */
function withChanges(vault: Vault, row: SealedRow | null, changes: JsonObject): JsonObject {
  const next = { ...(row && openCredentials(vault, row)), ...changes }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null))
}

/**
 * All credentials as a person entered them, whole or in part; null: none.
 * @throws PmsIntegrationError BAD_USER_INPUT for both at once
 */
export function enteredCredentials(
  vault: Vault,
  { credentials, changedCredentials: changes }: EnteredCredentials,
  stored: SealedRow | null,
): JsonObject | null {
  if (credentials && changes) throw badUserInput('changedCredentials', 'is instead of credentials, not beside them')
  return changes ? withChanges(vault, stored, changes) : (credentials ?? null)
}

/** The credentials of a hotel's account, for a vendor that replaces a part of them as they are used. */
export function storedCredentials(
  { database, vault }: CredentialDeps,
  adapter: PmsProviderAdapter,
  hotelId: string,
): StoredCredentials {
  const key = { hotelId, provider: adapter.key }
  const read = (row: SealedRow): unknown => adapter.credentials.parse(openCredentials(vault, row))
  return {
    async latest() {
      const row = await findConfiguration(database, key)
      if (row === null) throw configurationNotFound()
      return read(row)
    },
    replace: (used, next) =>
      database.transaction(async (tx) => {
        const row = await requireConfiguration(tx, key)
        if (!isDeepStrictEqual(read(row), used)) return
        await replaceSealed(tx, row.id, 'credentials', vault.seal(JSON.stringify(next), credentialsContext(key)))
      }),
  }
}
