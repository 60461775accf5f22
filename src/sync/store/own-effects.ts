import type { Sql } from '../../platform/database/database.ts'
import { ACTION_NAMES, actionOf } from '../../records/changes/actions.ts'
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
  const updated = rows.filter(({ created }) => !created).map(({ id }) => id)
  const makers = rows.some(({ created }) => created) ? ACTION_NAMES.filter((name) => actionOf(name).makes === type) : []
  if (updated.length === 0 && makers.length === 0) return rows
  const sent = await sql.query<Sent>(
    `SELECT c.id, c.entity_id AS "entityId", c.external_id AS "externalId", c.wanted FROM pms_change c
     WHERE c.hotel_id = $1 AND ((c.entity_type = $2 AND c.entity_id = ANY ($3::uuid[])) OR c.action = ANY ($4::text[]))
       AND c.state IN ('SENDING', 'AWAITING', 'UNKNOWN') AND c.wanted IS NOT NULL`,
    [hotelId, type, updated, makers],
  )
  if (sent.length === 0) return rows
  const records = new Map(items.map(({ record }) => [record.externalId, record as unknown as Values]))
  return rows.map((row) => {
    const record = records.get(row.externalId)
    const own =
      record &&
      sent.find((each) => (row.created ? made(record, each) : each.entityId === row.id && shows(record, each.wanted)))
    return own === undefined ? row : { ...row, changeId: own.id }
  })
}

interface Sent {
  readonly id: string
  readonly entityId: string
  readonly externalId: string
  readonly wanted: Values
}

/** Below the thing that it was asked for, of which one change at a time is under way. */
const made = (record: Values, { externalId, wanted }: Sent) =>
  record.roomExternalId === externalId && (!('kind' in wanted) || agree('BLOCK', record, wanted))

const shows = (record: Values, wanted: Values) =>
  groupsOf(wanted).every((group) =>
    group === 'NOTE' ? String(record.notes ?? '').includes(String(wanted.note)) : agree(group, record, wanted),
  )

/** What this run has noted of these rows came of our changes. */
export async function nameChanges(sql: Sql, { hotelId }: Scope, syncLogId: string, rows: readonly WrittenRow[]) {
  const own = rows.filter(({ changeId }) => changeId !== undefined)
  if (own.length === 0) return
  await sql.query(
    `UPDATE pms_history h SET change_id = o.change_id FROM unnest($3::uuid[], $4::uuid[]) AS o (row_id, change_id)
     WHERE h.hotel_id = $1 AND h.sync_log_id = $2 AND h.row_id = o.row_id`,
    [hotelId, syncLogId, own.map(({ id }) => id), own.map(({ changeId }) => changeId)],
  )
}
