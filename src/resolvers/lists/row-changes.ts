import { OPEN } from '../../changes/parts/rows.ts'
import { isToldOf } from '../../changes/sets/result.ts'
import { type Change, ChangeEntity } from '../../entities/change.ts'
import type { RowSyncStatus } from '../../entities/columns.ts'
import { columnName } from '../../entities/select.ts'
import type { RowType } from '../../records/entity-type.ts'
import type { Overlaid, Overlay } from '../paging/list.ts'
import type { PageRow } from '../paging/page-query.ts'
import { neededOf } from '../paging/projection.ts'

/** What changes and failures say of a row. */
export interface RowChanges {
  /** In the order in which they were asked for. */
  readonly open: readonly Pick<Change, 'state' | 'error'>[]
  /** Why its last change was refused; matters only once none is open. */
  readonly refused: string | null
  /** A later version came and could not be stored. */
  readonly hasFailure: boolean
}

export const NO_CHANGES: RowChanges = { open: [], refused: null, hasFailure: false }

/** SQL: why the last change of a row was refused; null when it was not, or there was none. */
export const lastRefusal = (hotelId: string, rowId: string) =>
  `(SELECT CASE WHEN c.state = 'REJECTED' THEN coalesce(c.error, c.error_code) END FROM pms_change c
    WHERE c.hotel_id = ${hotelId} AND c.entity_id = ${rowId} AND ${isToldOf('c')} ORDER BY c.id DESC LIMIT 1)`

/** SQL: a version of a row could not be stored, and that is not over. */
export const hasFailure = (row: Readonly<Record<'hotelId' | 'provider' | 'type' | 'externalId', string>>) =>
  `EXISTS (SELECT FROM pms_sync_failure f WHERE f.hotel_id = ${row.hotelId} AND f.provider = ${row.provider}
     AND f.entity_type = ${row.type} AND f.external_id = ${row.externalId} AND f.resolved_at IS NULL)`

export function syncStatusOf(stored: RowSyncStatus, { open, refused, hasFailure }: RowChanges): RowSyncStatus {
  if (open.length > 0) return open.some(({ state }) => state === 'CONFLICT') ? 'CONFLICT' : 'PENDING'
  return refused !== null || hasFailure ? 'FAILED' : stored
}

/** Why the status is FAILED or CONFLICT. */
export function syncErrorOf(
  { syncStatus, syncError }: { syncStatus: RowSyncStatus; syncError: string | null },
  changes: RowChanges,
): string | null {
  const status = syncStatusOf(syncStatus, changes)
  if (status === 'CONFLICT') return changes.open.find(({ state }) => state === 'CONFLICT')?.error ?? null
  if (status === 'FAILED')
    return changes.refused ?? syncError ?? 'The PMS sent a later version that could not be stored.'
  return changes.open.length > 0 ? null : syncError
}

/** What the masks of a change's values go by, selected or not. */
const CHANGE_IDENTITY = ['id', 'hotelId', 'entityType', 'action']

/** Lays over the rows of a list what their changes tell, in the list's own statement. */
export const rowChanges = (type: RowType): Overlay => ({
  fields: { pendingChanges: [], syncStatus: ['syncStatus'], syncError: ['syncStatus', 'syncError'] },
  read: (selected) => {
    const isTold = selected.has('syncStatus') || selected.has('syncError')
    const shown = selected.get('pendingChanges')
    const fields = [...(shown ? [...CHANGE_IDENTITY, ...shown] : []), 'id', ...(isTold ? ['state', 'error'] : [])]
    return changesOf(type, neededOf(ChangeEntity, fields), isTold)
  },
})

/** Most hotels have neither refusals nor failures: that is asked once, and only of others each row is. */
const troublesOfHotel = (type: RowType) => `CROSS JOIN LATERAL (SELECT
    EXISTS (SELECT FROM pms_change c WHERE c.hotel_id = parent."hotelId" AND c.state = 'REJECTED') AS has_refused,
    EXISTS (SELECT FROM pms_sync_failure f
      WHERE f.hotel_id = parent."hotelId" AND f.entity_type = '${type}' AND f.resolved_at IS NULL) AS has_failures
    OFFSET 0) AS troubles`

const troubleOfRow = (type: RowType) => `LEFT JOIN LATERAL (SELECT
    CASE WHEN troubles.has_refused THEN ${lastRefusal('page."hotelId"', 'page.id')} END AS "#refused",
    troubles.has_failures AND ${hasFailure({ hotelId: 'page."hotelId"', provider: 'page.provider', type: `'${type}'`, externalId: 'page."externalId"' })}
      AS "#hasFailure") AS trouble ON true`

function changesOf(type: RowType, properties: readonly string[], isTold: boolean): Overlaid {
  const columns = properties.map((property) => `c.${columnName(property)} AS "change.${property}"`)
  const open = `LEFT JOIN LATERAL (SELECT ${columns.join(', ')}, c.number FROM pms_change c
      WHERE c.hotel_id = page."hotelId" AND c.entity_id = page.id AND ${OPEN}
      ORDER BY c.number OFFSET 0) AS changes ON true`
  const selected = properties.map((property) => `changes."change.${property}"`)
  return {
    ofParent: () => (isTold ? troublesOfHotel(type) : ''),
    ofRow: () => (isTold ? `${open} ${troubleOfRow(type)}` : open),
    columns: isTold ? [...selected, 'trouble.*'] : selected,
    order: 'changes.number',
    lay: layer(properties, isTold),
  }
}

/** A row comes once for each of its changes, one after the other. */
function layer(properties: readonly string[], isTold: boolean): Overlaid['lay'] {
  const blank: Record<string, unknown> = Object.fromEntries(properties.map((property) => [property, null]))
  const columns = properties.map((property) => [property, `change.${property}`] as const)
  const changeOf = (row: PageRow) => {
    const change = { ...blank }
    for (const [property, column] of columns) change[property] = row[column]
    return change as unknown as Change
  }
  const finish = (row: PageRow, open: readonly Change[]) => {
    row.pendingChanges = open
    if (!isTold || isAsStored(row, open)) return
    const changes = { open, refused: row['#refused'] as string | null, hasFailure: row['#hasFailure'] === true }
    const stored = { syncStatus: row.syncStatus as RowSyncStatus, syncError: row.syncError as string | null }
    row.syncError = syncErrorOf(stored, changes)
    row.syncStatus = syncStatusOf(stored.syncStatus, changes)
  }
  const isAsStored = (row: PageRow, open: readonly Change[]) =>
    open.length === 0 && row.syncStatus === 'SYNCED' && row['#refused'] === null && row['#hasFailure'] === false
  return (rows) => {
    const laid: PageRow[] = []
    for (let at = 0; at < rows.length; ) {
      const row = rows[at] as PageRow
      const open: Change[] = []
      do {
        const found = rows[at] as PageRow
        if (found['change.id'] !== null) open.push(changeOf(found))
        at++
      } while (rows[at]?.id === row.id && rows[at]?.['#parent'] === row['#parent'])
      finish(row, open)
      laid.push(row)
    }
    return laid
  }
}
