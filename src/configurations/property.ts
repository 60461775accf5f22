import type { Configuration } from '../entities/configuration.ts'
import type { Sql } from '../platform/database/database.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import { hostsOf } from './secret-hosts.ts'

/** A property among all that the provider's hosts have; null where the credentials imply it. One hotel here has it. */
export function propertyKeyOf(
  adapter: PmsProviderAdapter,
  { externalHotelId, settings }: Pick<Configuration, 'externalHotelId' | 'settings'>,
): string | null {
  if (externalHotelId === null) return null
  return [...Object.values(hostsOf(adapter, settings)).filter(Boolean), externalHotelId].join(' ')
}

/**
 * Takes a property from a hotel that entered its id and never proved by a complete sync that the PMS shows it that
 * property: an id alone keeps nobody out.
 * @param everywhere sees the other hotel
 */
export async function releaseUnproven(everywhere: Sql, provider: string, propertyKey: string | null): Promise<void> {
  await everywhere.query(
    `UPDATE pms_configuration c SET property_key = NULL
     WHERE c.provider = $1 AND c.property_key = $2 AND NOT EXISTS (
       SELECT FROM pms_sync_log run
       WHERE run.hotel_id = c.hotel_id AND run.provider = c.provider AND run.watermark_at IS NOT NULL)`,
    [provider, propertyKey],
  )
}
