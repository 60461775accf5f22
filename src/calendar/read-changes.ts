import type { Sql } from '../platform/database/database.ts'
import type { EntityType, SpanType } from '../records/entity-type.ts'
import type { Line, Lines, MonthValues } from '../sync/store/spans/lines.ts'

/** A run of days of a series on which a price, a restriction or a number of rooms changed. */
export interface CalendarChange {
  /** Grows by one with each of a hotel, in the order of their commits. */
  readonly position: number
  readonly hotelId: string
  readonly provider: string
  readonly entityType: SpanType
  readonly ratePlanExternalId: string | null
  readonly roomTypeExternalId: string
  readonly currency: string | null
  readonly from: string
  readonly to: string
  /** Names of the attributes that changed. */
  readonly fields: readonly string[]
  readonly before: ChangedValues
  readonly after: ChangedValues
  readonly seenAt: Date
  readonly seenAfter: Date | null
  readonly syncLogId: string
  readonly changeId: string | null
}

/** By attribute, a value a day; of prices a list a number of persons. Null: nothing was said. */
export type ChangedValues = Readonly<Record<string, Line | Lines>>

interface ChangeRow extends Omit<CalendarChange, 'fields' | 'before' | 'after'> {
  before: MonthValues
  after: MonthValues
}

const COLUMNS = `position, hotel_id AS "hotelId", provider, entity_type AS "entityType",
  rate_plan_external_id AS "ratePlanExternalId", room_type_external_id AS "roomTypeExternalId", currency,
  from_day AS "from", to_day AS "to", before, after, seen_at AS "seenAt", seen_after AS "seenAfter",
  sync_log_id AS "syncLogId", change_id AS "changeId"`

/** A part of a hotel's changes; of more than `limit` the first, or the last when it is read backward. */
interface ChangeRange {
  /** Position that all of them come after. */
  readonly after?: number | undefined
  /** Position that all of them come before. */
  readonly before?: number | undefined
  readonly limit: number
  readonly isBackward?: boolean
  readonly filter?: ChangeFilter | null | undefined
}

/** What narrows a hotel's changes; all of it has to hold. */
export interface ChangeFilter {
  readonly entityType?: EntityType | null
  readonly provider?: string | null
  readonly ratePlanExternalId?: string | null
  readonly roomTypeExternalId?: string | null
  /** A day that changed. */
  readonly covers?: string | null
}

/** By the parameters of `filterValues`, the first of which is the fifth of its statement. */
const MATCHES = `($5::text IS NULL OR entity_type = $5) AND ($6::text IS NULL OR provider = $6)
  AND ($7::text IS NULL OR rate_plan_external_id = $7) AND ($8::text IS NULL OR room_type_external_id = $8)
  AND ($9::date IS NULL OR $9 BETWEEN from_day AND to_day)`

const filterValues = ({ entityType, provider, ratePlanExternalId, roomTypeExternalId, covers }: ChangeFilter) =>
  [entityType, provider, ratePlanExternalId, roomTypeExternalId, covers].map((value) => value ?? null)

/** Those of a range, in order; when it is read backward the last one comes first. */
export async function readChanges(
  sql: Sql,
  hotelId: string,
  { after = 0, before = Number.MAX_SAFE_INTEGER, limit, isBackward = false, filter }: ChangeRange,
): Promise<CalendarChange[]> {
  const rows = await sql.query<ChangeRow>(
    `SELECT ${COLUMNS} FROM pms_calendar_change WHERE hotel_id = $1 AND position > $2::bigint AND position < $3::bigint
       AND ${MATCHES} ORDER BY position ${isBackward ? 'DESC' : 'ASC'} LIMIT $4`,
    [hotelId, after, before, limit, ...filterValues(filter ?? {})],
  )
  return rows.map(changeOf)
}

export async function countChanges(sql: Sql, hotelId: string, filter?: ChangeFilter | null): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pms_calendar_change
     WHERE hotel_id = $1 AND position BETWEEN $2::bigint AND $3::bigint AND ${MATCHES} LIMIT $4`,
    [hotelId, 0, Number.MAX_SAFE_INTEGER, 1, ...filterValues(filter ?? {})],
  )
  return row?.count ?? 0
}

/** Those at these positions, in order. */
export async function readChangesAt(
  sql: Sql,
  hotelId: string,
  positions: readonly number[],
): Promise<CalendarChange[]> {
  const rows = await sql.query<ChangeRow>(
    `SELECT ${COLUMNS} FROM pms_calendar_change WHERE hotel_id = $1 AND position = ANY ($2::bigint[]) ORDER BY position`,
    [hotelId, positions],
  )
  return rows.map(changeOf)
}

const changeOf = (row: ChangeRow): CalendarChange => ({
  ...row,
  fields: Object.keys(row.after),
  before: valuesOf(row.before),
  after: valuesOf(row.after),
})

/** Of all attributes but prices there is one line. */
const valuesOf = (values: MonthValues): ChangedValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, lines]) => [name, name === 'amounts' ? lines : (lines?.[0] ?? null)]),
  )
