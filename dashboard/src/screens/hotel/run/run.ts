import { graphql } from '../../../gql/gql.ts'
import type { HotelRunFragment, RunProgressFragment } from '../../../gql/graphql.ts'

/** Where a run stands, by its progress events or by a query. */
export type Run = Omit<RunProgressFragment, '__typename'> & {
  /** When somebody asked it to stop. */
  readonly cancelRequestedAt: string | null
}

export const hotelRunFragment = graphql(`
  fragment HotelRun on PmsSyncLog {
    id
    hotelId
    provider
    entityType
    operation
    trigger
    triggeredBy
    status
    itemsProcessed
    itemsCreated
    itemsUpdated
    itemsUnchanged
    itemsHeldBack
    itemsDuplicate
    itemsFailed
    itemsDeleted
    itemsTotal
    queuedAt
    startedAt
    completedAt
    duration
    errorSummary
    cancelRequestedAt
  }
`)

export const runProgressFragment = graphql(`
  fragment RunProgress on PmsSyncProgress {
    syncLogId
    provider
    entityType
    status
    phase
    processed
    created
    updated
    unchanged
    failed
    deleted
    total
    rate
    etaMs
    waitingUntil
    message
    at
  }
`)

export const isActive = ({ status }: Pick<Run, 'status'>) => status === 'QUEUED' || status === 'RUNNING'

/** The newer of the last progress event and the queried row: events may be lost, and queries are rare. */
export function runOf(progress: RunProgressFragment | undefined, row: HotelRunFragment | undefined): Run | undefined {
  const cancelRequestedAt = row?.cancelRequestedAt ?? null
  if (row === undefined) return progress && { ...progress, cancelRequestedAt }
  const isBehind = progress === undefined || row.itemsProcessed > progress.processed
  const hasMissedEnd = progress !== undefined && isActive(progress) && !isActive(row)
  return isBehind || hasMissedEnd ? fromRow(row) : { ...progress, cancelRequestedAt }
}

function fromRow(row: HotelRunFragment): Run {
  const { id, provider, entityType, status, itemsTotal, errorSummary, cancelRequestedAt } = row
  return {
    syncLogId: id,
    ...{ provider, entityType, status, cancelRequestedAt: cancelRequestedAt ?? null },
    phase: status === 'QUEUED' ? 'QUEUED' : isActive(row) ? 'FETCHING' : 'ENDED',
    processed: row.itemsProcessed,
    created: row.itemsCreated,
    updated: row.itemsUpdated,
    unchanged: row.itemsUnchanged,
    failed: row.itemsFailed,
    deleted: row.itemsDeleted,
    total: itemsTotal ?? null,
    ...{ rate: null, etaMs: null, waitingUntil: null, message: errorSummary ?? '' },
    at: row.completedAt ?? row.startedAt ?? row.queuedAt,
  }
}
