import type { Configuration } from '../entities/configuration.ts'
import { credentialFingerprint } from '../providers/context.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import type { Vault } from '../security/vault.ts'
import { openCredentials } from './credentials.ts'

type Account = Pick<Configuration, 'hotelId' | 'provider' | 'credentials' | 'settings'>

/**
 * Equal for all configurations that share a connection which their vendor keeps open, and tells nothing of their
 * credentials; null: the provider has no such connection, or the hotel has not switched it on.
 */
export function streamKeyOf(vault: Vault, adapter: PmsProviderAdapter, account: Account): string | null {
  if (adapter.stream === undefined) return null
  const settings = adapter.settings.safeParse(account.settings ?? {})
  const credentials = adapter.credentials.safeParse(opened(vault, account))
  if (!settings.success || !credentials.success) return null
  const scope = adapter.stream.scope({ credentials: credentials.data, settings: settings.data })
  return scope === null ? null : credentialFingerprint(adapter.key, scope)
}

/** What cannot be opened any more connects nobody. */
function opened(vault: Vault, account: Account): unknown {
  try {
    return openCredentials(vault, account)
  } catch {
    return null
  }
}
