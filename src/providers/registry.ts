import { PmsIntegrationError } from '../errors.ts'
import { cloudbeds } from './cloudbeds/index.ts'
import { mews } from './mews/index.ts'
import { mock } from './mock/index.ts'
import { opera } from './opera/index.ts'
import { protel } from './protel/index.ts'
import type { PmsProviderAdapter } from './provider.ts'

const adapters: ReadonlyMap<string, PmsProviderAdapter> = new Map(
  [mock, cloudbeds, opera, mews, protel].map((adapter) => [adapter.key, adapter]),
)

/** @throws PmsIntegrationError UNKNOWN_PROVIDER */
export function getProviderAdapter(key: string): PmsProviderAdapter {
  const adapter = adapters.get(key)
  if (adapter !== undefined) return adapter
  const known = [...adapters.keys()].join(', ')
  throw new PmsIntegrationError('UNKNOWN_PROVIDER', `There is no provider with this key. Known: ${known}.`, {
    field: 'provider',
  })
}

/** All providers, in the order in which people see them. */
export function listProviderAdapters(): readonly PmsProviderAdapter[] {
  return [...adapters.values()]
}
