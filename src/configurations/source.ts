import { isDeepStrictEqual } from 'node:util'
import type { Configuration } from '../entities/configuration.ts'
import { addressFields } from '../providers/form-fields.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import type { JsonObject } from '../records/common.ts'
import type { Vault } from '../security/vault.ts'
import { openCredentials } from './credentials.ts'

type Row = Pick<Configuration, 'hotelId' | 'provider' | 'credentials' | 'settings' | 'externalHotelId'>

/** What a change of a configuration means for what was read with it before. */
export type SourceChange =
  | 'NONE'
  /** The same data, but perhaps more of it, or read in another way. */
  | 'SETTINGS'
  /** It may be somebody else's data: another account, property or host. */
  | 'SOURCE'

export function sourceChange(vault: Vault, adapter: PmsProviderAdapter, before: Row | null, after: Row): SourceChange {
  // What is stored is from an account that was disconnected, if there is anything.
  if (before === null) return 'SOURCE'
  if (!isDeepStrictEqual(sourceOf(vault, adapter, before), sourceOf(vault, adapter, after))) return 'SOURCE'
  return isDeepStrictEqual(settingsOf(adapter, before), settingsOf(adapter, after)) ? 'NONE' : 'SETTINGS'
}

/**
 * Whose data is read: a property at an address, with whatever key. Where no property is named the key decides, and which
 * account it belongs to only the PMS knows: another key counts as another account then.
 */
function sourceOf(vault: Vault, adapter: PmsProviderAdapter, row: Row) {
  const settings = settingsOf(adapter, row)
  const addresses = addressFields(adapter.settings).map((name) => settings?.[name])
  return [row.externalHotelId, addresses, row.externalHotelId === null ? filled(opened(vault, row)) : null]
}

/** With the defaults of what was left out. */
const settingsOf = (adapter: PmsProviderAdapter, { settings }: Row) => adapter.settings.safeParse(settings ?? {}).data

/** What cannot be opened any more cannot be told to be the same. */
function opened(vault: Vault, row: Row): JsonObject {
  try {
    return openCredentials(vault, row)
  } catch {
    return {}
  }
}

const filled = (credentials: JsonObject) =>
  Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== '' && value !== null))
