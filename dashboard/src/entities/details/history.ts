import type { RowHistoryQuery } from '../../gql/graphql.ts'
import type { Status } from '../../ui/values/statuses.ts'

/** The columns that every synced row has. */
export interface StoredRow {
  readonly hotelId: string
  readonly provider: string
  readonly externalId: string
  readonly externalUpdatedAt: string | null
  readonly lastSyncedAt: string
  readonly deletedAt: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

/** Something that happened to a row. */
export interface HistoryEntry {
  readonly key: string
  readonly at: string
  readonly what: string
  readonly detail?: string
  readonly status?: Status
  /** The run in which it happened. */
  readonly syncLogId?: string
  /** The webhook event. */
  readonly eventId?: string
}

type Known = Pick<RowHistoryQuery, 'syncFailures' | 'webhookEvents'> & { readonly trueAsOf: string | null }

/** Newest first: the row's own timestamps, its failures, and the webhook events about it. */
export function historyOf(
  row: StoredRow,
  { syncFailures, webhookEvents, trueAsOf }: Known,
  pms: string,
): HistoryEntry[] {
  const all: (HistoryEntry | null)[] = [
    ...ownTimes(row, pms),
    trueAsOf !== null && trueAsOf > row.lastSyncedAt && !row.deletedAt
      ? {
          key: 'proven',
          at: trueAsOf,
          what: `Confirmed unchanged in ${pms}`,
          detail: 'A later sync found no change',
        }
      : null,
    ...syncFailures.nodes.map(({ id, createdAt, reason, resolvedAt, syncLogId }) => ({
      ...{ key: id, at: createdAt, what: 'A version could not be stored', detail: reason },
      status: resolvedAt ? ('COMPLETED' as const) : ('FAILED' as const),
      syncLogId,
    })),
    ...webhookEvents.nodes.map(({ id, receivedAt, eventType, status }) => ({
      ...{ key: id, at: receivedAt, what: `Webhook from ${pms}`, detail: eventType, status },
      eventId: id,
    })),
  ]
  return all.filter((each) => each !== null).sort((a, b) => (a.at < b.at ? 1 : -1))
}

function ownTimes(row: StoredRow, pms: string): (HistoryEntry | null)[] {
  const { createdAt, updatedAt, externalUpdatedAt, lastSyncedAt, deletedAt } = row
  return [
    { key: 'stored', at: createdAt, what: 'First stored here' },
    updatedAt === createdAt ? null : { key: 'changed', at: updatedAt, what: 'Last changed here' },
    { key: 'fetched', at: lastSyncedAt, what: `Fetched from ${pms}` },
    externalUpdatedAt ? { key: 'theirs', at: externalUpdatedAt, what: `Last changed in ${pms}` } : null,
    deletedAt ? { key: 'deleted', at: deletedAt, what: `Deleted in ${pms}` } : null,
  ]
}
