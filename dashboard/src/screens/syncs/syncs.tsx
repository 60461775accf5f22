import { useCallback, useMemo, useState } from 'react'
import { reload } from '../../api/reload.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { LongTable } from '../../ui/table/long-table.tsx'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { columnsOf } from './columns.tsx'
import { Filters } from './filters.tsx'
import { fold, lineOf } from './fold.ts'
import { type SyncsSearch, syncsRoute } from './route.ts'
import { STATUS_LINE_END, StatusLine } from './status-line.tsx'
import { useRuns } from './use-runs.ts'

/** Every run that the viewer may see, newest first unless asked otherwise. */
export function Syncs() {
  const search = syncsRoute.useSearch()
  const navigate = syncsRoute.useNavigate()
  const { query, fetchNext, newRuns } = useRuns(search)
  const { nameOf } = useProviderNames()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const onToggle = useCallback((key: string) => setOpen((before) => toggled(before, key)), [])
  const columns = useMemo(() => columnsOf({ nameOf, open, onToggle }), [nameOf, open, onToggle])
  const nodes = query.data?.syncLogs.nodes
  const isFolded = search.trigger === undefined
  const lines = useMemo(() => (isFolded ? fold(nodes ?? [], open) : (nodes ?? []).map(lineOf)), [isFolded, nodes, open])
  const filter = (change: SyncsSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const show = async () => {
    await reload(query)
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
                rows={lines}
                keyOf={({ key }) => key}
                total={totalCount - nodes.length + lines.length}
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

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
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
