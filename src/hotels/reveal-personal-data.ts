import type { ScopedDatabase } from '../platform/database/database.ts'
import { audit } from './audit.ts'
import { lockHotel } from './hotels.ts'

/**
 * Notes that somebody has guests' personal data shown who may see it.
 * @returns when
 * @throws PmsIntegrationError NOT_FOUND
 */
export function revealPersonalData(database: ScopedDatabase, hotelId: string, actor: string): Promise<Date> {
  return database.within([hotelId]).transaction(async (tx) => {
    await lockHotel(tx, hotelId)
    audit(tx, { hotelId, actor, action: 'personal-data.revealed', details: {} })
    const [clock] = await tx.query<{ now: Date }>('SELECT now() AS now')
    return clock?.now ?? new Date(0)
  })
}
