import type { Change } from '../../entities/change.ts'
import { requireHotelRow } from '../../hotels/hotels.ts'
import type { Values } from '../../records/changes/groups.ts'
import { dayNumber, dayNumberIn } from '../../records/days.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { COLUMNS } from '../parts/rows.ts'

export const SEVERITIES = ['TODAY', 'SOON', 'LATER'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A change that both sides contradict, and what hangs on it. */
export interface Conflict {
  readonly change: Change
  /** What it is about, as far as its room is known. */
  readonly roomNumber: string | null
  readonly severity: Severity
  /** Nights that ours would sell more than theirs; negative: fewer. Null where nights are not contested. */
  readonly nights: number | null
  /** Of the hotel, for what is said in words. */
  readonly timeZone: string
}

export interface Conflicts {
  readonly total: number
  readonly items: readonly Conflict[]
}

/** Days ahead that count as soon. */
const SOON_DAYS = 7

/** Arrivals and stays of today first, then by day of arrival; what is about no stay is as old as it is. */
export async function findConflicts(deps: Pick<ChangeDeps, 'database' | 'clock'>, hotelId: string, first: number) {
  const { timeZone } = await requireHotelRow(deps.database, hotelId)
  const today = dayNumberIn(timeZone, deps.clock.now())
  const rows = await deps.database.query<Change & { total: number; arrives: string | null; roomNumber: string | null }>(
    `SELECT ${COLUMNS}, count(*) OVER ()::integer AS total, b.check_in::text AS arrives,
       coalesce(b.room_number, k.room_number, h.room_number, m.room_number) AS "roomNumber"
     FROM pms_change c
     LEFT JOIN pms_booking b ON c.entity_type = 'BOOKING' AND b.hotel_id = c.hotel_id AND b.id = c.entity_id
     LEFT JOIN pms_room_block k ON c.entity_type = 'ROOM_BLOCK' AND k.hotel_id = c.hotel_id AND k.id = c.entity_id
     LEFT JOIN pms_housekeeping h ON c.entity_type = 'HOUSEKEEPING' AND h.hotel_id = c.hotel_id AND h.id = c.entity_id
     LEFT JOIN pms_maintenance_request m
       ON c.entity_type = 'MAINTENANCE_REQUEST' AND m.hotel_id = c.hotel_id AND m.id = c.entity_id
     WHERE c.hotel_id = $1 AND c.state = 'CONFLICT'
     ORDER BY c.entity_type = 'HOUSEKEEPING' DESC, b.check_in NULLS LAST, c.id LIMIT $2`,
    [hotelId, first],
  )
  const items = rows.map(({ total: _, arrives, roomNumber, ...change }): Conflict => {
    const severity = severityOf(change, arrives === null ? null : dayNumber(arrives) - today)
    return { change, roomNumber, severity, nights: nightsOf(change), timeZone }
  })
  return { total: rows[0]?.total ?? 0, items }
}

/** How clean a room is matters now; a stay that has begun does as well. */
function severityOf({ entityType }: Change, arrivesInDays: number | null): Severity {
  if (entityType === 'HOUSEKEEPING') return 'TODAY'
  if (arrivesInDays === null) return 'SOON'
  return arrivesInDays <= 0 ? 'TODAY' : arrivesInDays <= SOON_DAYS ? 'SOON' : 'LATER'
}

function nightsOf({ contested, wanted, theirs }: Change): number | null {
  if (!contested?.includes('STAY') || wanted === null || theirs === null) return null
  const [ours, those] = [stayed({ ...theirs, ...wanted }), stayed(theirs)]
  return ours === null || those === null ? null : ours - those
}

function stayed({ checkIn, checkOut }: Values): number | null {
  return typeof checkIn === 'string' && typeof checkOut === 'string' ? dayNumber(checkOut) - dayNumber(checkIn) : null
}
