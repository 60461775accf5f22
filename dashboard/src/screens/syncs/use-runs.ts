import { useQuery } from '@apollo/client/react'
import { useMemo, useRef } from 'react'
import { POLL_MS } from '../../api/live.ts'
import { graphql } from '../../gql/gql.ts'
import type { SyncsSearch } from './route.ts'
import { syncsDocument, variablesOf } from './runs.ts'

const PAGE_SIZE = 100
/** Runs that are looked at for what is new; more are "50 or more". */
export const MOST_NEW = 50

const latestDocument = graphql(`
  query LatestSyncs($first: Int!, $filter: PmsSyncLogFilter) {
    syncLogs(first: $first, filter: $filter) {
      nodes {
        ...RunRow
      }
    }
  }
`)

/** The history as far as somebody has scrolled, and how many runs have begun since it was read. */
export function useRuns(search: SyncsSearch) {
  const { filter, orderBy } = useMemo(() => variablesOf(search, Date.now()), [search])
  const query = useQuery(syncsDocument, {
    variables: { first: PAGE_SIZE, filter, orderBy, isStart: true },
    // Back from a run, the list is as long as it was: the next look says what is new.
    fetchPolicy: 'cache-first',
  })
  const { data } = query
  const isFetching = useRef(false)
  const fetchNext = async () => {
    const { hasNextPage, endCursor } = data?.syncLogs.pageInfo ?? {}
    if (!hasNextPage || isFetching.current) return
    isFetching.current = true
    try {
      await query.fetchMore({
        variables: { first: PAGE_SIZE, after: endCursor ?? null, filter, orderBy, isStart: false },
      })
    } finally {
      isFetching.current = false
    }
  }
  return { query, fetchNext, newRuns: useNewRuns(filter, data?.newest?.nodes[0]?.id) }
}

/** Looks every few seconds. What it finds of rows that are shown changes them where they stand. */
function useNewRuns(filter: ReturnType<typeof variablesOf>['filter'], newestId: string | undefined): number {
  const variables = { first: MOST_NEW, filter }
  const { data } = useQuery(latestDocument, { variables, pollInterval: POLL_MS, fetchPolicy: 'cache-and-network' })
  // Ids of runs sort by the time at which they were asked for.
  return data?.syncLogs.nodes.filter(({ id }) => newestId === undefined || id > newestId).length ?? 0
}
