import type { Hotel } from '../entities/hotel.ts'
import type { ScopedDatabase } from '../platform/database/database.ts'
import { detached } from '../platform/database/unit-of-work.ts'
import { audit } from './audit.ts'
import { checkFacts, type HotelFacts } from './check-facts.ts'
import { lockHotel } from './hotels.ts'
import { requireVersion } from './require-version.ts'
import { reschedule } from './reschedule.ts'

/** What is left out stays as it is. */
export interface HotelUpdate {
  readonly hotelId: string
  readonly name?: string | null | undefined
  /** IANA name. */
  readonly timeZone?: string | null | undefined
  /** ISO 4217. */
  readonly currency?: string | null | undefined
  /** Of the hotel as the person saw it; without one the last to save wins. */
  readonly version?: number | null | undefined
  readonly changedBy: string
}

/**
 * Changes a hotel that is registered, and notes who did.
 * @throws PmsIntegrationError NOT_FOUND, VERSION_CONFLICT, BAD_USER_INPUT naming the field
 */
export function updateHotel(database: ScopedDatabase, update: HotelUpdate): Promise<Hotel> {
  const { hotelId, name, timeZone, currency, version, changedBy } = update
  const facts = checkFacts({ name, timeZone, currency })
  return database.within([hotelId]).transaction(async (tx) => {
    const hotel = await lockHotel(tx, hotelId)
    requireVersion(hotel, version)
    const changed = changesOf(hotel, facts)
    if (Object.keys(changed).length > 0) {
      audit(tx, { hotelId, actor: changedBy, action: 'hotel.updated', details: changed })
    }
    tx.em.assign(hotel, facts)
    if (changed.timeZone !== undefined) await reschedule(tx, hotelId, hotel.timeZone)
    await tx.em.flush()
    await tx.em.refresh(hotel)
    return detached(hotel)
  })
}

type Changes = { [Fact in keyof HotelFacts]?: { from: string; to: string } }

const changesOf = (hotel: Hotel, facts: Partial<HotelFacts>): Changes =>
  Object.fromEntries(
    (Object.entries(facts) as [keyof HotelFacts, string][])
      .filter(([name, value]) => hotel[name] !== value)
      .map(([name, value]) => [name, { from: hotel[name], to: value }]),
  )
