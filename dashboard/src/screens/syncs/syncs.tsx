import { useMemo } from 'react'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { LongTable } from '../../ui/table/long-table.tsx'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
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
  const filter = (change: SyncsSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
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
      <Filters search={search} onChange={filter} />
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
    <Notice title="No syncs match">Remove a filter to see more.</Notice>
  ) : (
    <Notice title="No syncs yet" actions={<ButtonLink to="/">Choose a hotel</ButtonLink>}>
      Open a hotel to start a sync or set a schedule.
    </Notice>
  )
}
