import { badUserInput } from '../errors.ts'
import { addressFields, secretFields } from '../providers/form-fields.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import type { JsonObject } from '../records/common.ts'
import type { Vault } from '../security/vault.ts'
import { type EnteredCredentials, openCredentials, type SealedRow } from './credentials.ts'

interface StoredRow extends SealedRow {
  readonly settings: JsonObject | null
}

interface Entered extends EnteredCredentials {
  readonly settings?: JsonObject | null | undefined
}

/**
 * Stored secrets are sent nowhere but to the hosts that they were entered for. Else whoever may change an account could
 * have them sent to a server of their own, and read there what nobody is shown.
 * @throws PmsIntegrationError BAD_USER_INPUT that names the setting, CREDENTIALS_UNREADABLE
 */
export function requireSameAddress(
  vault: Vault,
  adapter: PmsProviderAdapter,
  stored: StoredRow | null,
  input: Entered,
) {
  if (stored === null || input.settings === undefined) return
  const moved = movedHost(adapter, stored.settings, input.settings)
  if (moved === undefined || !reusesSecrets(adapter, openCredentials(vault, stored), input)) return
  throw badUserInput(`settings.${moved}`, 'The stored secrets are for another host: enter all of them again.')
}

/** The first setting that leads to another host than before. */
export function movedHost(adapter: PmsProviderAdapter, before: JsonObject | null, after: JsonObject | null) {
  const [old, next] = [hostsOf(adapter, before), hostsOf(adapter, after)]
  return Object.keys(next).find((name) => next[name] !== null && next[name] !== old[name])
}

/** Scheme, host and port of each setting that is an address; null where it is left out. */
export function hostsOf(adapter: PmsProviderAdapter, settings: JsonObject | null): Record<string, string | null> {
  const values = adapter.settings.safeParse(settings ?? {}).data ?? {}
  const hosts = addressFields(adapter.settings).map((name) => [name, URL.parse(String(values[name]))?.origin ?? null])
  return Object.fromEntries(hosts)
}

function reusesSecrets({ credentials }: PmsProviderAdapter, stored: JsonObject, entered: EnteredCredentials): boolean {
  if (entered.credentials) return false
  const isKept = (name: string) => !Object.hasOwn(entered.changedCredentials ?? {}, name)
  return secretFields(credentials).some((name) => stored[name] && isKept(name))
}
