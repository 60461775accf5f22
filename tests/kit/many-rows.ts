import type { Sql } from '../../src/platform/database/database.ts'
import { addHotel } from './rows.ts'

/** The day on which the hotels of `seedHotels` live: half of their two years of bookings are past. */
export const TODAY = '2027-01-01'

const HOTELS = 4
const ROOMS = 200
const GUESTS = 5_000
const BOOKINGS = 5_000

/**
 * Hotels with enough rows, as a hotel has them, for the planner to choose as it would for a real one: the past is
 * checked out, the future confirmed, and only what lately changed has a late `updated_at`.
 * @returns their ids
 */
export async function seedHotels(sql: Sql): Promise<string[]> {
  const hotelIds = await Promise.all(Array.from({ length: HOTELS }, () => addHotel(sql)))
  for (const hotelId of hotelIds) {
    await addRooms(sql, hotelId)
    await addGuests(sql, hotelId)
    await addBookings(sql, hotelId)
  }
  await sql.query('ANALYZE pms_room, pms_guest, pms_booking')
  return hotelIds
}

const SYNCED = 'id, hotel_id, provider, external_id, last_synced_at, sync_status, content_hash, created_at, updated_at'

/** Of `$2` rows, numbered `n`: one in a hundred is of another provider, one in a thousand did not go to the PMS. */
const synced = `gen_random_uuid(), $1, CASE WHEN n % 100 = 1 THEN 'other' ELSE 'mock' END, 'x-' || n, now(),
  CASE n % 1000 WHEN 1 THEN 'FAILED' WHEN 2 THEN 'CONFLICT' WHEN 3 THEN 'PENDING' ELSE 'SYNCED' END, '',
  timestamptz '2025-01-01Z', timestamptz '2027-01-01Z' - n * interval '10 minutes'`
const numbers = 'FROM generate_series(1, $2::integer) AS n'

const addRooms = (sql: Sql, hotelId: string) =>
  sql.query(
    `INSERT INTO pms_room (${SYNCED}, room_number, room_type, floor, status, cleaning_status)
     SELECT ${synced}, n::text, CASE WHEN n % 20 = 0 THEN 'Suite' ELSE 'Double' END, (n / 20)::text,
       CASE WHEN n % 50 = 0 THEN 'BLOCKED' ELSE 'AVAILABLE' END, CASE WHEN n % 3 = 0 THEN 'DIRTY' ELSE 'CLEAN' END
     ${numbers}`,
    [hotelId, ROOMS],
  )

const addGuests = (sql: Sql, hotelId: string) =>
  sql.query(
    `INSERT INTO pms_guest (${SYNCED}, first_name, last_name, email, phone, country)
     SELECT ${synced}, 'Guest' || n, 'Last' || n % 1000, 'guest' || n || '@example.com', '+49 30 00' || n,
       CASE n % 500 WHEN 1 THEN 'IS' WHEN 2 THEN 'LI' ELSE 'PT' END
     ${numbers}`,
    [hotelId, GUESTS],
  )

const addBookings = (sql: Sql, hotelId: string) =>
  sql.query(
    `INSERT INTO pms_booking (${SYNCED}, confirmation_number, guest_name, guest_email, guest_external_id, room_number,
       room_external_id, room_type_external_id, rate_plan_external_id, status, source, check_in, check_out, adults)
     SELECT ${synced}, 'C' || n, 'Guest' || n || ' Last' || n % 1000, 'guest' || n || '@example.com', 'guest-' || n,
       (n % 200)::text, 'room-' || n % 200, 'type-' || n % 5, 'plan-' || n % 20,
       CASE WHEN n % 40 = 0 THEN 'CANCELLED' WHEN n % 200 = 1 THEN 'NO_SHOW'
         WHEN check_in + nights <= $3 THEN 'CHECKED_OUT' WHEN check_in <= $3 THEN 'CHECKED_IN'
         WHEN n % 30 = 3 THEN 'PENDING' ELSE 'CONFIRMED' END,
       'DIRECT', check_in, check_in + nights, 2
     ${numbers}, LATERAL (SELECT date '2026-01-01' + n % 730 AS check_in, 1 + n % 4 AS nights) AS stay`,
    [hotelId, BOOKINGS, TODAY],
  )
