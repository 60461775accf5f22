import { graphql } from '../../gql/gql.ts'
import type { PmsSyncLogFilter, SyncsQuery } from '../../gql/graphql.ts'
import { ORDERS, SPANS, STATUSES } from './choices.ts'
import type { SyncsSearch } from './route.ts'

export type Run = SyncsQuery['syncLogs']['nodes'][number]

/** `newest` is the last run of all in this very moment, whatever the order: what is newer is new. */
export const syncsDocument = graphql(`
  query Syncs($first: Int!, $after: String, $filter: PmsSyncLogFilter, $orderBy: PmsSyncLogOrder, $isStart: Boolean!) {
    syncLogs(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount @include(if: $isStart)
      nodes {
        ...RunRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    newest: syncLogs(first: 1, filter: $filter) @include(if: $isStart) {
      nodes {
        id
      }
    }
  }
`)

export const runRowFragment = graphql(`
  fragment RunRow on PmsSyncLog {
    id
    entityType
    operation
    trigger
    triggeredBy
    provider
    status
    itemsProcessed
    itemsCreated
    itemsUpdated
    itemsFailed
    itemsDeleted
    queuedAt
    startedAt
    duration
    p50DurationMs
    hotel {
      id
      pmsRegistration {
        name
        timeZone
      }
    }
  }
`)

/** Of the address. The span is counted back from `now`, in ms since 1970. */
export function variablesOf({ hotel, provider, type, trigger, status, within, sort }: SyncsSearch, now: number) {
  const filter: PmsSyncLogFilter = {
    hotelIds: hotel === undefined ? null : [hotel],
    provider: provider ?? null,
    entityType: type ?? null,
    trigger: trigger ?? null,
    status: status === undefined ? null : [...STATUSES[status].status],
    startedAt: within === undefined ? null : { from: new Date(now - SPANS[within].ms).toISOString() },
  }
  return { filter, orderBy: sort === undefined ? null : ORDERS[sort].orderBy }
}
