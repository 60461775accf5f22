import { useQuery } from '@apollo/client/react'
import { useLivePolling } from '../../api/live.ts'
import { reload } from '../../api/reload.ts'
import { pluralLabel } from '../../entities/registry.ts'
import { graphql } from '../../gql/gql.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { pageVariables } from '../../ui/table/paging.ts'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { failureFilter } from '../failures/search.ts'
import { isActive } from '../hotel/run/run.ts'
import type { Run } from './describe-run.ts'
import { LiveRun } from './live-run.tsx'
import { syncRunRoute } from './route.ts'
import { RunFacts } from './run-facts.tsx'
import { RunFailures } from './run-failures.tsx'
import { UnreadValues } from './unread-values.tsx'

const PAGE_SIZE = 25

const document = graphql(`
  query SyncRun($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: PmsSyncFailureFilter) {
    syncLog(id: $id) {
      ...RunRow
      ...HotelRun
      errorCode
      unreadCount
      unreadValues {
        path
        found
        used
        count
        externalId
      }
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
          ...PageFields
        }
      }
    }
  }
`)

/** One sync: its result, the items that failed, and what to do about them. */
export function SyncRun() {
  const { syncLogId } = syncRunRoute.useParams()
  const search = syncRunRoute.useSearch()
  const query = useQuery(document, {
    variables: { id: syncLogId, filter: failureFilter(search), ...pageVariables(search, PAGE_SIZE) },
    pollInterval: useLivePolling(),
  })
  const run = query.data?.syncLog ?? null
  const refetch = () => void reload(query)
  return (
    <Page title={run ? titleOf(run) : 'Sync'} actions={<Actions run={run} />}>
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
              <UnreadValues run={syncLog} />
              <RunFailures run={syncLog} search={search} onReplayed={refetch} />
            </>
          )
        }
      </PageState>
    </Page>
  )
}

const titleOf = ({ entityType, hotel }: Run) =>
  `${pluralLabel(entityType)} of ${hotel.pmsRegistration?.name ?? hotel.id}`

function Actions({ run }: { run: Run | null }) {
  return (
    <ButtonLink variant="default" to="/syncs" search={run ? { hotel: run.hotel.id } : {}}>
      Sync history
    </ButtonLink>
  )
}

function NoRun() {
  return (
    <Notice title="Sync not found" actions={<ButtonLink to="/syncs">Open the sync history</ButtonLink>}>
      It may have been deleted, or belong to a hotel that your account has no access to.
    </Notice>
  )
}
