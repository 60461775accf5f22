import { LockMode } from '@mikro-orm/core'
import { v7 as uuidv7 } from 'uuid'
import { type Hotel, HotelEntity } from '../entities/hotel.ts'
import { selectList } from '../entities/select.ts'
import { badUserInput } from '../errors.ts'
import type { ScopedDatabase, ScopedTransaction, Sql } from '../platform/database/database.ts'
import { isUniqueViolation } from '../platform/database/errors.ts'
import { detached } from '../platform/database/unit-of-work.ts'
import { hotelNotFound } from '../security/policy.ts'
import { audit } from './audit.ts'
import { checkFacts, type HotelFacts } from './check-facts.ts'
import { requireVersion } from './require-version.ts'
import { reschedule } from './reschedule.ts'

/** A hotel of the platform, as it is made known here. */
export interface HotelRegistration {
  /** Made here if not given. */
  id?: string | null | undefined
  slug: string
  name: string
  /** IANA name. */
  timeZone: string
  /** ISO 4217. */
  currency: string
  /** Of the hotel as the person saw it; without one the last to save wins. */
  version?: number | null | undefined
  /** Who asks, for the audit; nobody: the service itself. */
  changedBy?: string | null | undefined
}

const COLUMNS = selectList(HotelEntity)

/**
 * Makes a hotel known here; a known one is changed.
 * @throws PmsIntegrationError BAD_USER_INPUT naming the field, VERSION_CONFLICT
 */
export async function registerHotel(database: ScopedDatabase, registration: HotelRegistration): Promise<Hotel> {
  const { id = null, slug, name, timeZone, currency } = registration
  if (id?.trim() === '') throw badUserInput('id', 'must not be blank')
  const given = { slug, name, timeZone, currency }
  const facts = { ...given, ...checkFacts(given) }
  try {
    return await database.transaction((tx) => saveHotel(tx, id ?? uuidv7(), facts, registration))
  } catch (error) {
    if (isUniqueViolation(error, 'pms_hotel_slug_key')) throw badUserInput('slug', 'is taken by another hotel')
    // Somebody was faster to register it; now it is there to be changed.
    if (isUniqueViolation(error, 'pms_hotel_pkey')) return registerHotel(database, registration)
    throw error
  }
}

async function saveHotel(
  tx: ScopedTransaction,
  id: string,
  facts: HotelFacts,
  { version, changedBy: actor }: HotelRegistration,
): Promise<Hotel> {
  const { em } = tx
  const known = await em.findOne(HotelEntity, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
  requireVersion(known, version)
  const isMoved = known !== null && known.timeZone !== facts.timeZone
  audit(tx, {
    hotelId: id,
    actor,
    action: known === null ? 'hotel.registered' : 'hotel.updated',
    details: { ...facts },
  })
  const hotel = known === null ? em.create(HotelEntity, { id, ...facts }) : em.assign(known, facts)
  if (isMoved) await reschedule(tx, id, facts.timeZone)
  await em.flush()
  await em.refresh(hotel)
  return detached(hotel)
}

/**
 * The hotel as the transaction may rely on it: nobody changes it meanwhile.
 * @throws PmsIntegrationError NOT_FOUND
 */
export async function lockHotel({ em }: ScopedTransaction, id: string): Promise<Hotel> {
  const hotel = await em.findOne(HotelEntity, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (hotel === null) throw hotelNotFound()
  return hotel
}

/** @throws PmsIntegrationError NOT_FOUND */
export async function requireHotelRow(sql: Sql, id: string): Promise<Hotel> {
  const [hotel] = await sql.query<Hotel>(`SELECT ${COLUMNS} FROM pms_hotel WHERE id = $1`, [id])
  if (hotel === undefined) throw hotelNotFound()
  return hotel
}

/** By the slug that it has, or one that it had before. @returns null when there is none */
export async function findHotelBySlug(sql: Sql, slug: string): Promise<Hotel | null> {
  const [hotel] = await sql.query<Hotel>(
    `SELECT ${COLUMNS} FROM pms_hotel WHERE id = (SELECT hotel_id FROM pms_hotel_slug WHERE slug = $1)`,
    [slug],
  )
  return hotel ?? null
}
