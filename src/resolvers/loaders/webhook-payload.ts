import DataLoader from 'dataloader'
import type { Sql } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'
import { scrubRaw } from '../../records/text/scrub.ts'

/** Messages as a person may see them, by id of events that were read already. What is no JSON comes as `value`. */
export function webhookPayloadById(sql: Sql) {
  return new DataLoader<string, JsonObject | null>(async (ids) => {
    const rows = await sql.query<{ id: string; body: Buffer }>(
      'SELECT id, body FROM pms_webhook_event WHERE id = ANY($1::uuid[])',
      [ids],
    )
    const byId = new Map(rows.map(({ id, body }) => [id, scrubRaw(parsed(body.toString('utf8')))]))
    return ids.map((id) => byId.get(id) ?? null)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
