import { useQuery } from '@apollo/client/react'
import { useLivePolling } from '../../api/live.ts'
import { graphql } from '../../gql/gql.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageState } from '../../ui/page-state.tsx'
import { pageVariables } from '../../ui/paging.ts'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import { ENTITY_NAMES } from '../../ui/words.ts'
import { failureFilter } from '../failures/search.ts'
import { isActive } from '../hotel/run.ts'
import type { Run } from './describe-run.ts'
import { LiveRun } from './live-run.tsx'
import { syncRunRoute } from './route.ts'
import { RunFacts } from './run-facts.tsx'
import { RunFailures } from './run-failures.tsx'

const PAGE_SIZE = 25

const document = graphql(`
  query SyncRun($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: PmsSyncFailureFilter) {
    syncLog(id: $id) {
      ...RunRow
      ...HotelRun
      errorCode
      failureGroups {
        provider
        entityType
        errorCode
        path
        reason
        count
        openCount
        lastAt
      }
      failures(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        nodes {
          id
          entityType
          externalId
          path
          reason
          createdAt
          resolution
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`)

/** One run: what came of it, what it could not store, and what to do about that. */
export function SyncRun() {
  const { syncLogId } = syncRunRoute.useParams()
  const search = syncRunRoute.useSearch()
  const query = useQuery(document, {
    variables: { id: syncLogId, filter: failureFilter(search), ...pageVariables(search, PAGE_SIZE) },
    pollInterval: useLivePolling(),
  })
  const run = query.data?.syncLog ?? null
  const refetch = () => void query.refetch()
  return (
    <Page title={run ? titleOf(run) : 'Run'} actions={<Actions run={run} />}>
      <PageState
        query={query}
        skeleton={<TableSkeleton rows={8} />}
        isEmpty={({ syncLog }) => syncLog === null}
        empty={<NoRun />}
      >
        {({ syncLog }) =>
          syncLog && (
            <>
              {isActive(syncLog) && <LiveRun run={syncLog} onEnd={refetch} />}
              <RunFacts run={syncLog} />
              <RunFailures run={syncLog} search={search} onReplayed={refetch} />
            </>
          )
        }
      </PageState>
    </Page>
  )
}

const titleOf = ({ entityType, hotel }: Run) =>
  `${ENTITY_NAMES[entityType]} of ${hotel.pmsRegistration?.name ?? hotel.id}`

function Actions({ run }: { run: Run | null }) {
  return (
    <ButtonLink variant="default" to="/syncs" search={run ? { hotel: run.hotel.id } : {}}>
      Sync history
    </ButtonLink>
  )
}

function NoRun() {
  return (
    <Notice title="There is no such run" actions={<ButtonLink to="/syncs">See the sync history</ButtonLink>}>
      It may have been cleared away, or belong to a hotel that your account does not cover.
    </Notice>
  )
}
