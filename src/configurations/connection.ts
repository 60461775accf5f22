import type { Configuration } from '../entities/configuration.ts'
import type { Hotel } from '../entities/hotel.ts'
import { PmsIntegrationError } from '../errors.ts'
import { requireHotelRow } from '../hotels/hotels.ts'
import type { Sql } from '../platform/database/database.ts'
import type { PmsProviderAdapter, ProviderHotel, StoredCredentials } from '../providers/provider.ts'
import { type CredentialDeps, openCredentials, storedCredentials } from './credentials.ts'
import { type ConfigurationKey, configurationNotFound, findConfiguration } from './rows.ts'

/** Everything needed to talk to a hotel's PMS. Lives only as long as the call that needs it. */
export interface Connection {
  readonly hotel: ProviderHotel
  readonly credentials: unknown
  readonly settings: unknown
  /** Whether people may change things at this PMS: walks then leave room for them. */
  readonly writeEnabled?: boolean
  /** Left out for credentials that are only tried. */
  readonly stored?: StoredCredentials
}

/** @throws PmsIntegrationError NOT_FOUND, or CONFIGURATION_DISABLED when it is switched off */
export async function findEnabledConfiguration(
  database: Sql,
  key: ConfigurationKey,
): Promise<{ hotel: Hotel; configuration: Configuration }> {
  const hotel = await requireHotelRow(database, key.hotelId)
  const configuration = await findConfiguration(database, key)
  if (configuration === null) throw configurationNotFound()
  if (!configuration.enabled) {
    throw new PmsIntegrationError('CONFIGURATION_DISABLED', 'The configuration is disabled; enable it to sync.')
  }
  return { hotel, configuration }
}

/** @throws PmsIntegrationError CREDENTIALS_UNREADABLE, or BAD_USER_INPUT when the provider now asks for other fields */
export function openConnection(
  deps: CredentialDeps,
  adapter: PmsProviderAdapter,
  hotel: Hotel,
  configuration: Configuration,
): Connection {
  const credentials = adapter.credentials.safeParse(openCredentials(deps.vault, configuration))
  const settings = adapter.settings.safeParse(configuration.settings ?? {})
  if (!credentials.success || !settings.success) {
    const field = credentials.success ? 'settings' : 'credentials'
    throw new PmsIntegrationError(
      'BAD_USER_INPUT',
      `The stored ${field} no longer fit the provider; enter them again.`,
      {
        field,
      },
    )
  }
  const { id, timeZone, currency } = hotel
  return {
    hotel: { id, timeZone, currency, externalHotelId: configuration.externalHotelId },
    credentials: credentials.data,
    settings: settings.data,
    writeEnabled: configuration.writeEnabled,
    stored: storedCredentials(deps, adapter, id),
  }
}
