import type { SyncedRowFilter } from '../../schema/inputs/synced-row.ts'
import type { Bind, Condition } from '../paging/list.ts'

/** Conditions that every synced noun has. */
export function ofSyncedRow(filter: Partial<SyncedRowFilter>, bind: Bind): Condition[] {
  return [
    !filter.includeDeleted && 't.deleted_at IS NULL',
    filter.provider && `t.provider = ${bind(filter.provider)}`,
    filter.externalId && `t.external_id = ${bind(filter.externalId)}`,
    filter.syncStatus && isOneOf('t.sync_status', filter.syncStatus, bind),
    filter.updatedSince && `t.updated_at >= ${bind(filter.updatedSince)}`,
  ]
}

/** A single value is compared as such: then an index that goes on with the order of the list yields it in order. */
export function isOneOf(column: string, values: readonly unknown[], bind: Bind): Condition {
  return values.length === 1 ? `${column} = ${bind(values[0])}` : `${column} = ANY(${bind(values)})`
}

/** Between two ends, each of which may be open. */
export function within(
  column: string,
  range: { from?: unknown; to?: unknown } | null | undefined,
  upTo: '<' | '<=',
  bind: Bind,
): Condition[] {
  return [
    range?.from ? `${column} >= ${bind(range.from)}` : null,
    range?.to ? `${column} ${upTo} ${bind(range.to)}` : null,
  ]
}

/** The lookup is asked once a hotel, as a value of its own: as a mere condition it could be asked for every row. */
export const isFoundBy = (lookup: string, wanted: string): Condition =>
  `t.id = ANY ((SELECT ${lookup}(parent."hotelId", ${wanted}))::uuid[])`

/** The text occurs in the name or slug of the hotel `t`, however either is typed. */
export const isHotelNamed = (search: string): string =>
  `position(${joined(search)} IN ${joined(`t.name || ' ' || t.slug`)}) > 0`

/** Without apostrophes, and with a blank for a hyphen. */
const joined = (text: string) => `translate(pms_folded(${text}), '-''', ' ')`
