import type { Sql } from '../../platform/database/database.ts'

/** Longer than any vendor's memory of what it sent, so that a late repetition is still known. */
const KEPT_MS = 30 * 86_400_000
const BATCH = 5_000

/** Deletes events that were settled and are older than thirty days. */
export async function purgeEvents(sql: Sql, now: Date): Promise<void> {
  const oldest = firstIdAt(new Date(now.getTime() - KEPT_MS))
  for (let deleted = BATCH; deleted === BATCH; ) {
    const rows = await sql.query(
      `DELETE FROM pms_webhook_event WHERE id IN (
         SELECT id FROM pms_webhook_event WHERE id < $1 AND next_attempt_at IS NULL ORDER BY id LIMIT ${BATCH}
       ) RETURNING 1`,
      [oldest],
    )
    deleted = rows.length
  }
}

/** The smallest UUIDv7 of an instant: the primary key finds what is older without another index. */
function firstIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
