import { v7 as uuidv7 } from 'uuid'
import { type Hotel, HotelEntity } from '../entities/hotel.ts'
import { selectList } from '../entities/select.ts'
import { badUserInput } from '../errors.ts'
import type { Sql } from '../platform/database/database.ts'
import { isUniqueViolation } from '../platform/database/errors.ts'
import { hotelNotFound } from '../security/policy.ts'

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
}

const COLUMNS = selectList(HotelEntity)
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/**
 * Makes a hotel known here; a known one is changed.
 * @throws PmsIntegrationError BAD_USER_INPUT naming the field
 */
export async function registerHotel(sql: Sql, registration: HotelRegistration): Promise<Hotel> {
  const { id, slug, name, timeZone, currency } = checked(registration)
  try {
    const [hotel] = await sql.query<Hotel>(
      `INSERT INTO pms_hotel (id, slug, name, time_zone, currency) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, name = excluded.name, time_zone = excluded.time_zone,
         currency = excluded.currency, updated_at = now()
       RETURNING ${COLUMNS}`,
      [id ?? uuidv7(), slug, name, timeZone, currency],
    )
    return hotel as Hotel
  } catch (error) {
    if (isUniqueViolation(error, 'pms_hotel_slug_key')) throw badUserInput('slug', 'is taken by another hotel')
    throw error
  }
}

/** @throws PmsIntegrationError NOT_FOUND */
export async function requireHotelRow(sql: Sql, id: string): Promise<Hotel> {
  const [hotel] = await sql.query<Hotel>(`SELECT ${COLUMNS} FROM pms_hotel WHERE id = $1`, [id])
  if (hotel === undefined) throw hotelNotFound()
  return hotel
}

/** @returns null when there is none */
export async function findHotelBySlug(sql: Sql, slug: string): Promise<Hotel | null> {
  const [hotel] = await sql.query<Hotel>(`SELECT ${COLUMNS} FROM pms_hotel WHERE slug = $1`, [slug])
  return hotel ?? null
}

function checked({ id, slug, name, timeZone, currency }: HotelRegistration): HotelRegistration {
  if (id?.trim() === '') throw badUserInput('id', 'must not be blank')
  if (!SLUG.test(slug)) throw badUserInput('slug', 'must be lower case letters, digits and single dashes')
  if (name.trim() === '') throw badUserInput('name', 'must not be blank')
  if (!isTimeZone(timeZone)) throw badUserInput('timeZone', 'must be an IANA time zone such as Europe/Lisbon')
  if (!CURRENCIES.has(currency.toUpperCase())) throw badUserInput('currency', 'must be an ISO 4217 code such as EUR')
  return { id, slug, name: name.trim(), timeZone, currency: currency.toUpperCase() }
}

function isTimeZone(name: string): boolean {
  // Offsets are accepted by Intl, and know nothing of daylight saving.
  if (/^[+-]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
