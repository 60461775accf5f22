import DataLoader from 'dataloader'
import { type FleetHotel, readFleet } from '../../insights/fleet/fleet.ts'
import { countOpenFailures } from '../../insights/fleet/open-failures.ts'
import { countUndecidedChanges } from '../../insights/fleet/undecided-changes.ts'
import type { FreshnessReader } from '../../insights/read-freshness.ts'
import type { Sql } from '../../platform/database/database.ts'
import { isHotelNamed } from '../lists/conditions.ts'

/** The viewer's hotels with their freshness, read once however many fields of an operation ask. */
export function fleetOnce(
  sql: Sql,
  freshness: FreshnessReader,
  hotelIds: readonly string[] | null,
): () => Promise<FleetHotel[]> {
  let fleet: Promise<FleetHotel[]> | undefined
  return () => {
    fleet ??= readFleet(sql, (ids) => freshness.read(sql, ids), hotelIds)
    return fleet
  }
}

/** The same of their items that could not be stored. */
export function openFailuresOnce(sql: Sql, hotelIds: readonly string[] | null) {
  let counts: Promise<ReadonlyMap<string, number>> | undefined
  return () => {
    counts ??= countOpenFailures(sql, hotelIds)
    return counts
  }
}

/** The same of their changes that wait for a person. */
export function undecidedChangesOnce(sql: Sql, hotelIds: readonly string[] | null) {
  let counts: ReturnType<typeof countUndecidedChanges> | undefined
  return () => {
    counts ??= countUndecidedChanges(sql, hotelIds)
    return counts
  }
}

/** Of hotels that were read already, and so are the viewer's. */
export function arrivalsTodayByHotel(sql: Sql) {
  const text = `SELECT hotel.id, (
      SELECT count(*) FROM pms_booking booking
      WHERE booking.hotel_id = hotel.id AND booking.check_in = (now() AT TIME ZONE hotel.time_zone)::date
        AND booking.deleted_at IS NULL AND booking.status NOT IN ('CANCELLED', 'NO_SHOW')
    ) AS arrivals
    FROM pms_hotel hotel WHERE hotel.id = ANY($1::text[])`
  return new DataLoader<string, number>(async (hotelIds) => {
    const rows = await sql.query<{ id: string; arrivals: number }>(text, [hotelIds])
    const byId = new Map(rows.map(({ id, arrivals }) => [id, arrivals]))
    return hotelIds.map((id) => byId.get(id) ?? 0)
  })
}

/** Ids of the hotels that a search finds. */
export function hotelsBySearch(sql: Sql) {
  const text = `SELECT t.id FROM pms_hotel t WHERE ${isHotelNamed('$1')}`
  return new DataLoader<string, ReadonlySet<string>>(async (searches) =>
    Promise.all(
      searches.map(async (search) => new Set((await sql.query<{ id: string }>(text, [search])).map(({ id }) => id))),
    ),
  )
}
