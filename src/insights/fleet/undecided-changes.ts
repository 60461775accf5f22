import type { Sql } from '../../platform/database/database.ts'

/** Changes that only a person can bring on. */
export interface UndecidedChanges {
  /** What was changed here and at the PMS. */
  readonly conflicts: number
  /** What came of them nobody knows, and the PMS does not tell. */
  readonly unknown: number
}

/** Of each hotel, or of these. A hotel without any is left out. */
export async function countUndecidedChanges(
  sql: Sql,
  hotelIds: readonly string[] | null,
): Promise<ReadonlyMap<string, UndecidedChanges>> {
  // Two looks, for each has an index of its own and most changes have long ended.
  const rows = await sql.query<UndecidedChanges & { hotelId: string }>(
    `SELECT hotel_id AS "hotelId", count(*) FILTER (WHERE state = 'CONFLICT') AS conflicts,
       count(*) FILTER (WHERE state = 'UNKNOWN') AS unknown
     FROM (SELECT hotel_id, state FROM pms_change WHERE state = 'CONFLICT'
       UNION ALL SELECT hotel_id, state FROM pms_change WHERE state = 'UNKNOWN' AND waiting_for = 'PERSON') AS c
     WHERE $1::text[] IS NULL OR hotel_id = ANY($1) GROUP BY hotel_id`,
    [hotelIds],
  )
  return new Map(rows.map(({ hotelId, conflicts, unknown }) => [hotelId, { conflicts, unknown }]))
}
