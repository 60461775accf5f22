import { syncedTables } from '../../src/entities/all.ts'
import type { Sql } from '../../src/platform/database/database.ts'

/** What must never be in the tables, whatever happened; each with a statement that finds it and says which. */
const NEVER: Readonly<Record<string, string>> = {
  'a run whose counts do not add up': `SELECT id AS which FROM pms_sync_log
    WHERE items_processed <> items_created + items_updated + items_unchanged + items_failed`,
  'a run that is stuck': `SELECT id || ' ' || status AS which FROM pms_sync_log WHERE status IN ('QUEUED', 'RUNNING')`,
  'a run that ended without an end': `SELECT id AS which FROM pms_sync_log
    WHERE status NOT IN ('QUEUED', 'RUNNING') AND (completed_at IS NULL OR lease_expires_at > now())`,
  'two runs of a kind at once': `SELECT one.id || ' and ' || other.id AS which FROM pms_sync_log one JOIN pms_sync_log other
    USING (hotel_id, provider, entity_type) WHERE one.id < other.id AND one.operation <> 'WEBHOOK' AND other.operation <> 'WEBHOOK'
    AND tstzrange(one.started_at, one.completed_at) && tstzrange(other.started_at, other.completed_at)`,
  'a run that failed on us': `SELECT id || ' ' || error_code || ': ' || error_summary AS which FROM pms_sync_log
    WHERE status = 'FAILED' AND error_code NOT LIKE 'PROVIDER\\_%'`,
  'an item that failed, though the PMS sent only good ones': `SELECT hotel_id || ' ' || reason AS which FROM pms_sync_failure`,
  'a schedule that fired twice in a minute': `SELECT hotel_id || ' ' || entity_type || ' ' || min(queued_at) AS which FROM pms_sync_log
    WHERE trigger = 'SCHEDULED' AND metadata ->> 'retry' IS NULL
    GROUP BY hotel_id, entity_type, date_trunc('minute', queued_at) HAVING count(*) > 1`,
  'a message that is not settled': `SELECT id || ' ' || status || ' ' || reason AS which FROM pms_webhook_event
    WHERE status IN ('RECEIVED', 'FAILED')`,
  'a dead letter that no PMS explains': `SELECT id || ' ' || error_code AS which FROM pms_webhook_event
    WHERE status = 'DEAD' AND (attempts < 5 OR error_code NOT LIKE 'PROVIDER\\_%')`,
  'a row that two PMS items have': `SELECT hotel_id || ' ' || external_id AS which FROM pms_booking
    GROUP BY hotel_id, provider, external_id HAVING count(*) > 1`,
}

/** What is wrong in the tables; a line each. */
export async function violations(sql: Sql): Promise<string[]> {
  const lines: string[] = []
  for (const [what, text] of Object.entries(NEVER)) {
    const rows = await sql.query<{ which: string }>(text)
    lines.push(...rows.map(({ which }) => `${what}: ${which}`))
  }
  return lines
}

/** Of a hotel without webhooks: each row was created by one run, once. */
export async function createdTwice(sql: Sql, hotelId: string): Promise<string[]> {
  const lines: string[] = []
  for (const [type, { meta }] of Object.entries(syncedTables)) {
    const [row] = await sql.query<{ said: number; stored: number }>(
      `SELECT (SELECT coalesce(sum(items_created), 0)::int FROM pms_sync_log WHERE hotel_id = $1 AND entity_type = $2) AS said,
         (SELECT count(*)::int FROM ${meta.tableName} WHERE hotel_id = $1) AS stored`,
      [hotelId, type],
    )
    if (row && row.said > row.stored)
      lines.push(`${hotelId}: runs created ${row.said} of ${type}, there are ${row.stored}`)
  }
  return lines
}

/** @param answers statuses that the senders of webhooks got */
export async function lostMessages(sql: Sql, answers: readonly number[]): Promise<string[]> {
  const accepted = answers.filter((status) => status === 200).length
  const [row] = await sql.query<{ stored: number }>('SELECT count(*) AS stored FROM pms_webhook_event')
  const stored = row?.stored ?? 0
  return stored < accepted ? [`${accepted} webhooks were answered 200, ${stored} are stored`] : []
}

export async function countAll(sql: Sql): Promise<Record<string, number>> {
  const [counts] = await sql.query<Record<string, number>>(
    `SELECT count(*) AS runs, count(*) FILTER (WHERE status = 'COMPLETED') AS completed,
       count(*) FILTER (WHERE status = 'FAILED') AS "failed at a PMS", sum(items_processed) AS items,
       (SELECT count(*) FROM pms_webhook_event) AS messages FROM pms_sync_log`,
  )
  return counts ?? {}
}
