import { graphql } from '../../gql/gql.ts'
import type { RowHistoryQuery } from '../../gql/graphql.ts'
import type { Status } from '../../ui/status-badge.tsx'

/** What there is to tell of a stored row, beside what other tables know. */
export const storedRowFragments = graphql(`
  fragment StoredBooking on PmsBooking {
    id
    hotelId
    provider
    externalId
    externalUpdatedAt
    lastSyncedAt
    deletedAt
    createdAt
    updatedAt
  }
  fragment StoredRoom on PmsRoom {
    id
    hotelId
    provider
    externalId
    externalUpdatedAt
    lastSyncedAt
    deletedAt
    createdAt
    updatedAt
  }
  fragment StoredGuest on PmsGuest {
    id
    hotelId
    provider
    externalId
    externalUpdatedAt
    lastSyncedAt
    deletedAt
    createdAt
    updatedAt
  }
`)

export interface StoredRow {
  readonly hotelId: string
  readonly provider: string
  readonly externalId: string
  readonly externalUpdatedAt?: string | null
  readonly lastSyncedAt: string
  readonly deletedAt?: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

/** Something that happened to a row. */
export interface Happening {
  readonly key: string
  readonly at: string
  readonly what: string
  readonly detail?: string
  readonly status?: Status
  /** The run that met it. */
  readonly syncLogId?: string
  /** The message that it is about. */
  readonly eventId?: string
}

type Known = Pick<RowHistoryQuery, 'syncFailures' | 'webhookEvents'> & { readonly trueAsOf: string | null }

/** Newest first: what the row itself tells, what went wrong with it, and which messages were about it. */
export function happenings(
  row: StoredRow,
  { syncFailures, webhookEvents, trueAsOf }: Known,
  system: string,
): Happening[] {
  const all: (Happening | null)[] = [
    ...ownTimes(row, system),
    trueAsOf !== null && trueAsOf > row.lastSyncedAt && !row.deletedAt
      ? {
          key: 'proven',
          at: trueAsOf,
          what: `Still as ${system} has it`,
          detail: 'A sync that brought every change found none',
        }
      : null,
    ...syncFailures.nodes.map(({ id, createdAt, reason, resolvedAt, syncLogId }) => ({
      ...{ key: id, at: createdAt, what: 'A version could not be stored', detail: reason },
      status: resolvedAt ? ('COMPLETED' as const) : ('FAILED' as const),
      syncLogId,
    })),
    ...webhookEvents.nodes.map(({ id, receivedAt, eventType, status }) => ({
      ...{ key: id, at: receivedAt, what: `Message of ${system}`, detail: eventType, status },
      eventId: id,
    })),
  ]
  return all.filter((each) => each !== null).sort((a, b) => (a.at < b.at ? 1 : -1))
}

function ownTimes(row: StoredRow, system: string): (Happening | null)[] {
  const { createdAt, updatedAt, externalUpdatedAt, lastSyncedAt, deletedAt } = row
  return [
    { key: 'stored', at: createdAt, what: 'First stored here' },
    updatedAt === createdAt ? null : { key: 'changed', at: updatedAt, what: 'Last changed here' },
    { key: 'fetched', at: lastSyncedAt, what: `This version was read from ${system}` },
    externalUpdatedAt ? { key: 'theirs', at: externalUpdatedAt, what: `Last changed in ${system}` } : null,
    deletedAt ? { key: 'gone', at: deletedAt, what: `Found to be gone from ${system}` } : null,
  ]
}
