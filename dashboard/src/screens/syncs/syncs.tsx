import { useMemo } from 'react'
import { ButtonLink } from '../../ui/link.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageState } from '../../ui/page-state.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import { columnsOf } from './columns.tsx'
import { Filters } from './filters.tsx'
import { type SyncsSearch, syncsRoute } from './route.ts'
import { STATUS_LINE_END, StatusLine } from './status-line.tsx'
import { useRuns } from './use-runs.ts'

/** Every run that the viewer may see, newest first unless asked otherwise. */
export function Syncs() {
  const search = syncsRoute.useSearch()
  const navigate = syncsRoute.useNavigate()
  const { query, fetchNext, newRuns } = useRuns(search)
  const { nameOf } = useProviderNames()
  const columns = useMemo(() => columnsOf(nameOf), [nameOf])
  const narrow = (change: SyncsSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const show = async () => {
    await query.refetch()
    window.scrollTo({ top: 0 })
  }
  return (
    <Page
      title="Sync history"
      actions={
        <ButtonLink variant="default" to="/syncs/failures" search={{ hotel: search.hotel }}>
          Failed items
        </ButtonLink>
      }
    >
      <Filters search={search} onChange={narrow} />
      <PageState query={query} skeleton={<TableSkeleton rows={12} />}>
        {({ syncLogs: { totalCount = 0, nodes, pageInfo } }) => (
          <>
            <StatusLine total={totalCount} newRuns={newRuns} onShow={show} />
            {nodes.length === 0 ? (
              <NoRuns isFiltered={Object.values(search).some((value) => value !== undefined)} />
            ) : (
              <LongTable
                caption="Runs"
                columns={columns}
                rows={nodes}
                keyOf={({ id }) => id}
                total={totalCount}
                hasMore={pageInfo.hasNextPage}
                onEnd={fetchNext}
                offset={STATUS_LINE_END}
              />
            )}
          </>
        )}
      </PageState>
    </Page>
  )
}

function NoRuns({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <Notice title="No run matches">Choose “All” in a filter to see more.</Notice>
  ) : (
    <Notice title="Nothing has been synced yet" actions={<ButtonLink to="/">Choose a hotel</ButtonLink>}>
      Open a hotel and sync it, or give it a schedule.
    </Notice>
  )
}
