import type { Sql } from '../../platform/database/database.ts'
import { agree, groupsOf, type Values } from '../../records/changes/groups.ts'
import type { RowEntity } from '../synced/synced-entity.ts'
import type { Scope, WrittenRow } from './upsert.ts'
import type { ValidItem } from './validate.ts'

/**
 * Names the changes of ours whose effect these rows show, whichever brought it: the look after sending, a webhook or a
 * walk. So one effect makes one event that says whose it is, and what comes later finds nothing new.
 */
export async function withOwnEffects(
  sql: Sql,
  { type }: RowEntity,
  { hotelId }: Scope,
  rows: readonly WrittenRow[],
  items: readonly ValidItem[],
): Promise<readonly WrittenRow[]> {
  const updated = rows.filter(({ created }) => !created)
  if (updated.length === 0) return rows
  const sent = await sql.query<{ id: string; entityId: string; wanted: Values }>(
    `SELECT c.id, c.entity_id AS "entityId", c.wanted FROM pms_change c
     WHERE c.hotel_id = $1 AND c.entity_type = $2 AND c.entity_id = ANY ($3::uuid[])
       AND c.state IN ('SENDING', 'AWAITING', 'UNKNOWN') AND c.wanted IS NOT NULL`,
    [hotelId, type, updated.map(({ id }) => id)],
  )
  if (sent.length === 0) return rows
  const records = new Map(items.map(({ record }) => [record.externalId, record as unknown as Values]))
  return rows.map((row) => {
    const record = records.get(row.externalId)
    const own = sent.find(({ entityId, wanted }) => entityId === row.id && record && shows(record, wanted))
    return own === undefined ? row : { ...row, changeId: own.id }
  })
}

const shows = (record: Values, wanted: Values) =>
  groupsOf(wanted).every((group) =>
    group === 'NOTE' ? String(record.notes ?? '').includes(String(wanted.note)) : agree(group, record, wanted),
  )
