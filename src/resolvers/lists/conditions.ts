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

/**
 * Each of the first ten words of `search` begins a word of the text, in any case and order; without a word nothing is found.
 * @param lookup function of the database that finds ids of a hotel's rows by words
 */
export function hasWords(lookup: string, search: string, bind: Bind): Condition {
  const words = search
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
  return isFoundBy(lookup, bind(words.map((word) => `'${word}':*`).join(' & ')))
}

/** The lookup is asked once a hotel, as a value of its own: as a mere condition it could be asked for every row. */
export const isFoundBy = (lookup: string, wanted: string): Condition =>
  `t.id = ANY ((SELECT ${lookup}(parent."hotelId", ${wanted}))::uuid[])`

/** Each is a look into the index; nobody types more. */
const MAX_WORDS = 10

/** Space and, as in the index, all of ASCII's punctuation: nothing is left that could mean something in a query. */
const BETWEEN_WORDS = /[\s!-/:-@[-`{-~]+/
