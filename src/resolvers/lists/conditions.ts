import { OPEN } from '../../changes/parts/rows.ts'
import { isToldOf } from '../../changes/sets/result.ts'
import type { RowSyncStatus } from '../../entities/columns.ts'
import type { SyncedRowFilter } from '../../schema/inputs/synced-row.ts'
import type { Bind, Condition } from '../paging/list.ts'

/**
 * Conditions that every synced noun has.
 * @param unsyncedOf table with an index of the rows that are not SYNCED, for lists that are too long to be looked through
 */
export function ofSyncedRow(filter: Partial<SyncedRowFilter>, bind: Bind, unsyncedOf?: string): Condition[] {
  return [
    !filter.includeDeleted && 't.deleted_at IS NULL',
    filter.provider && `t.provider = ${bind(filter.provider)}`,
    filter.externalId && `t.external_id = ${bind(filter.externalId)}`,
    ...(filter.syncStatus ? isInSyncStatus(filter.syncStatus, unsyncedOf) : []),
    filter.updatedSince && `t.updated_at >= ${bind(filter.updatedSince)}`,
  ]
}

const LAST_CHANGE = `(SELECT c.state FROM pms_change c WHERE c.hotel_id = t.hotel_id AND c.entity_id = t.id AND ${isToldOf('c')} ORDER BY c.id DESC LIMIT 1)`
const hasChange = (is: string) =>
  `EXISTS (SELECT FROM pms_change c WHERE c.hotel_id = t.hotel_id AND c.entity_id = t.id AND ${is})`
const UNDER_WAY = hasChange(OPEN)
const IS_CONFLICT = hasChange(`c.state = 'CONFLICT'`)
const IS_REFUSED = `(coalesce(${LAST_CHANGE}, '') = 'REJECTED' AND NOT ${UNDER_WAY})`

/** As changes tell it, over what is stored; see `PmsBooking.syncStatus`. */
const SYNC_STATUS: Readonly<Record<RowSyncStatus, string>> = {
  CONFLICT: IS_CONFLICT,
  PENDING: `((${UNDER_WAY} AND NOT ${IS_CONFLICT}) OR (t.sync_status = 'PENDING' AND NOT ${UNDER_WAY} AND NOT ${IS_REFUSED}))`,
  FAILED: `(${IS_REFUSED} OR (t.sync_status = 'FAILED' AND NOT ${UNDER_WAY}))`,
  SYNCED: `(t.sync_status = 'SYNCED' AND NOT ${UNDER_WAY} AND NOT ${IS_REFUSED})`,
}

function isInSyncStatus(statuses: readonly RowSyncStatus[], unsyncedOf: string | undefined): Condition[] {
  if (statuses.length === 0) return ['false']
  const isFew = unsyncedOf !== undefined && !statuses.includes('SYNCED')
  return [isFew && isUnsyncedOrChanged(unsyncedOf), `(${statuses.map((status) => SYNC_STATUS[status]).join(' OR ')})`]
}

/** All that can be anything but SYNCED, found by indexes: what is true of each is asked of these alone. */
const isUnsyncedOrChanged = (table: string) => `t.id = ANY (ARRAY(
  SELECT u.id FROM ${table} u WHERE u.hotel_id = parent."hotelId" AND u.sync_status <> 'SYNCED'
  UNION SELECT c.entity_id FROM pms_change c WHERE c.hotel_id = parent."hotelId"
    AND ${OPEN}
  UNION SELECT c.entity_id FROM pms_change c WHERE c.hotel_id = parent."hotelId" AND c.state = 'REJECTED'))`

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
