import { useQuery } from '@apollo/client/react'
import { Skeleton, Stack } from '@mantine/core'
import { POLL_MS } from '../../api/live.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { pageVariables } from '../../ui/table/paging.ts'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { FleetFilters } from './filters.tsx'
import { HotelsSection } from './hotels-section.tsx'
import { Issues } from './issues.tsx'
import { NoHotels } from './no-hotels.tsx'
import { Providers } from './providers.tsx'
import { fleetDocument } from './query.ts'
import { type FleetSearch, fleetRoute } from './route.ts'
import { StateCounts } from './state-counts.tsx'

const PAGE_SIZE = 25
const URGENT = ['FAILING', 'STALE', 'LATE', 'NEVER'] as const

/** Which hotels need attention, and whether the others are up to date. */
export function Fleet() {
  const search = fleetRoute.useSearch()
  const navigate = fleetRoute.useNavigate()
  const move = (place: FleetSearch) => void navigate({ search: (before: FleetSearch) => ({ ...before, ...place }) })
  const query = useQuery(fleetDocument, {
    variables: variablesOf(search),
    pollInterval: POLL_MS,
  })
  return (
    <Page title="Fleet">
      <FleetFilters search={search} onChange={move} />
      <PageState
        query={query}
        skeleton={<FleetSkeleton />}
        isEmpty={({ fleetStates, fleet }) => fleetStates.length === 0 && fleet.nodes.length === 0}
        empty={<NoHotels isFiltered={search.name !== undefined || search.provider !== undefined} />}
      >
        {({ fleetStates, urgent, undecided, incomplete, streamDown, fleet }) => (
          <Stack gap="md">
            <StateCounts counts={fleetStates} chosen={search.state} onChoose={move} />
            <Issues urgent={urgent} undecided={undecided} incomplete={incomplete} streamDown={streamDown} />
            <HotelsSection hotels={fleet.nodes} total={fleet.totalCount} list={JSON.stringify(search)}>
              <Pager page={fleet.pageInfo} onMove={move} />
            </HotelsSection>
            <Providers provider={search.provider} />
          </Stack>
        )}
      </PageState>
    </Page>
  )
}

function variablesOf({ state, provider, name, ...place }: FleetSearch) {
  const scope = { provider: provider ?? null, search: name ?? null }
  return {
    ...pageVariables(place, PAGE_SIZE),
    scope,
    urgent: { ...scope, state: [...URGENT] },
    undecided: { ...scope, hasUndecidedChanges: true },
    incomplete: { ...scope, hasOpenFailures: true },
    streamDown: { ...scope, hasStreamDown: true },
    filter: { ...scope, state: state === undefined ? null : [state] },
  }
}

function FleetSkeleton() {
  return (
    <Stack gap="md">
      <Skeleton height={36} />
      <Skeleton height={140} />
      <TableSkeleton rows={8} />
    </Stack>
  )
}
