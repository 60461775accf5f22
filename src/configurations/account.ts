import { createHash } from 'node:crypto'
import type { Configuration } from '../entities/configuration.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import { hostsOf } from './secret-hosts.ts'

/**
 * Names the account that a change is meant for: provider, host and property, and of the credentials only what names whose
 * they are where no property is named. A secret that is rotated changes nothing.
 */
export function accountOf(
  adapter: PmsProviderAdapter,
  {
    provider,
    settings,
    externalHotelId,
    credentialKey,
  }: Pick<Configuration, 'provider' | 'settings' | 'externalHotelId' | 'credentialKey'>,
): string {
  const hosts = Object.values(hostsOf(adapter, settings)).filter(Boolean)
  const named = [provider, hosts, externalHotelId]
  return createHash('sha256')
    .update(JSON.stringify(externalHotelId === null ? [...named, credentialKey] : named))
    .digest('base64url')
}
