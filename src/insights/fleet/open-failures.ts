import type { Sql } from '../../platform/database/database.ts'

/** How many items of each hotel, or of these, could not be stored and are not resolved. A hotel without any is left out. */
export async function countOpenFailures(
  sql: Sql,
  hotelIds: readonly string[] | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ hotelId: string; failures: number }>(
    `SELECT hotel_id AS "hotelId", count(*) AS failures FROM pms_sync_failure
     WHERE resolved_at IS NULL AND ($1::text[] IS NULL OR hotel_id = ANY($1)) GROUP BY hotel_id`,
    [hotelIds],
  )
  return new Map(rows.map(({ hotelId, failures }) => [hotelId, failures]))
}
