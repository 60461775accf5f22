import type { Change } from '../../entities/change.ts'
import { requireHotelRow } from '../../hotels/hotels.ts'
import type { Group, Values } from '../../records/changes/groups.ts'
import { dayNumber, dayNumberIn, dayOf } from '../../records/days.ts'
import type { EntityType } from '../../records/entity-type.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { COLUMNS } from '../parts/rows.ts'

export const SEVERITIES = ['TODAY', 'SOON', 'LATER'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A change that both sides contradict, and what hangs on it. */
export interface Conflict {
  readonly change: Change
  /** What it is about, as far as its room is known. */
  readonly roomNumber: string | null
  /** The day on which it does harm: the list is in their order. */
  readonly harmOn: string
  readonly severity: Severity
  /** Nights that ours would sell more than theirs; negative: fewer. Null where nights are not contested. */
  readonly nights: number | null
  /** Of the hotel, for what is said in words. */
  readonly timeZone: string
}

/** What narrows the conflicts of a hotel; all of it has to hold. */
export interface ConflictFilter {
  readonly severity?: readonly Severity[] | null
  readonly group?: readonly Group[] | null
  readonly entityType?: EntityType | null
  readonly provider?: string | null
  readonly requestedBy?: string | null
}

/** A position in the list: the day of harm, and the id of the change. */
export interface HarmPosition {
  readonly key: string | null
  readonly id: string
}

/** A part of a hotel's conflicts; of more than `limit` the first, or the last, and from the end, when it is read backward. */
export interface ConflictRange {
  readonly after: HarmPosition | null
  readonly before: HarmPosition | null
  readonly limit: number
  readonly isBackward: boolean
  readonly filter: ConflictFilter
}

type Deps = Pick<ChangeDeps, 'database' | 'clock'>

/** Days ahead that count as soon; what is about no stay does harm by then. */
const SOON_DAYS = 7

/** By the parameters of `narrow`. How clean a room is matters now, and so does a stay that has begun. */
const CONFLICTS = `FROM pms_change c
  LEFT JOIN pms_booking b ON c.entity_type = 'BOOKING' AND b.hotel_id = c.hotel_id AND b.id = c.entity_id
  LEFT JOIN pms_room_block k ON c.entity_type = 'ROOM_BLOCK' AND k.hotel_id = c.hotel_id AND k.id = c.entity_id
  LEFT JOIN pms_housekeeping h ON c.entity_type = 'HOUSEKEEPING' AND h.hotel_id = c.hotel_id AND h.id = c.entity_id
  LEFT JOIN pms_maintenance_request m
    ON c.entity_type = 'MAINTENANCE_REQUEST' AND m.hotel_id = c.hotel_id AND m.id = c.entity_id
  CROSS JOIN LATERAL (SELECT CASE WHEN c.entity_type = 'HOUSEKEEPING' THEN $2::date
    ELSE greatest(coalesce(b.check_in, $2::date + ${SOON_DAYS}), $2::date) END AS day) AS harm
  CROSS JOIN LATERAL (SELECT CASE WHEN harm.day <= $2::date THEN 'TODAY'
    WHEN harm.day <= $2::date + ${SOON_DAYS} THEN 'SOON' ELSE 'LATER' END AS severity) AS how
  WHERE c.hotel_id = $1 AND c.state = 'CONFLICT'
    AND ($3::text[] IS NULL OR how.severity = ANY ($3)) AND ($4::text[] IS NULL OR coalesce(c.contested, c.groups) ?| $4)
    AND ($5::text IS NULL OR c.entity_type = $5) AND ($6::text IS NULL OR c.provider = $6)
    AND ($7::text IS NULL OR c.requested_by = $7)`

/** @throws PmsIntegrationError NOT_FOUND */
async function narrow({ database, clock }: Deps, hotelId: string, filter: ConflictFilter) {
  const { timeZone } = await requireHotelRow(database, hotelId)
  const today = dayOf(dayNumberIn(timeZone, clock.now()))
  const { severity, group, entityType, provider, requestedBy } = filter
  return { timeZone, params: [hotelId, today, severity, group, entityType, provider, requestedBy] }
}

/** By the day on which they do harm, today's first, and of a day by age. @throws PmsIntegrationError NOT_FOUND */
export async function findConflicts(deps: Deps, hotelId: string, range: ConflictRange): Promise<Conflict[]> {
  const { after, before, limit, isBackward, filter } = range
  const { timeZone, params } = await narrow(deps, hotelId, filter)
  const direction = isBackward ? 'DESC' : 'ASC'
  const rows = await deps.database.query<Change & Omit<Conflict, 'change' | 'nights' | 'timeZone'>>(
    `SELECT ${COLUMNS}, how.severity, harm.day::text AS "harmOn",
       coalesce(b.room_number, k.room_number, h.room_number, m.room_number) AS "roomNumber"
     ${CONFLICTS} AND ($8::date IS NULL OR (harm.day, c.id) > ($8, $9::uuid))
       AND ($10::date IS NULL OR (harm.day, c.id) < ($10, $11::uuid))
     ORDER BY harm.day ${direction}, c.id ${direction} LIMIT $12`,
    [...params, after?.key, after?.id, before?.key, before?.id, limit],
  )
  return rows.map(({ severity, harmOn, roomNumber, ...change }) => {
    return { change, severity, harmOn, roomNumber, nights: nightsOf(change), timeZone }
  })
}

/** @throws PmsIntegrationError NOT_FOUND */
export async function countConflicts(deps: Deps, hotelId: string, filter: ConflictFilter): Promise<number> {
  const { params } = await narrow(deps, hotelId, filter)
  const [row] = await deps.database.query<{ count: number }>(`SELECT count(*)::integer AS count ${CONFLICTS}`, params)
  return row?.count ?? 0
}

function nightsOf({ contested, wanted, theirs }: Change): number | null {
  if (!contested?.includes('STAY') || wanted === null || theirs === null) return null
  const [ours, those] = [stayed({ ...theirs, ...wanted }), stayed(theirs)]
  return ours === null || those === null ? null : ours - those
}

function stayed({ checkIn, checkOut }: Values): number | null {
  return typeof checkIn === 'string' && typeof checkOut === 'string' ? dayNumber(checkOut) - dayNumber(checkIn) : null
}
