import { useQuery } from '@apollo/client/react'
import { Group } from '@mantine/core'
import { useLivePolling } from '../../api/live.ts'
import { graphql } from '../../gql/gql.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageState } from '../../ui/page-state.tsx'
import { Pager } from '../../ui/pager.tsx'
import { firstPage, type PageSearch, pageVariables } from '../../ui/paging.ts'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import { AccountsTable } from './accounts-table.tsx'
import { type FleetSearch, fleetRoute } from './route.ts'

const PAGE_SIZE = 25

const document = graphql(`
  query Fleet($first: Int, $after: String, $last: Int, $before: String, $filter: PmsConfigurationFilter) {
    configurations(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: { field: HOTEL_ID }
    ) {
      nodes {
        id
        provider
        enabled
        lastSyncAt
        nextSyncAt
        hotel {
          id
          pmsRegistration {
            name
            timeZone
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    providers {
      key
      name
    }
  }
`)

/** Every hotel that the viewer may see, with the systems that it is synced from. */
export function Fleet() {
  const search = fleetRoute.useSearch()
  const navigate = fleetRoute.useNavigate()
  const move = (place: PageSearch & Partial<FleetSearch>) =>
    void navigate({ search: (before: FleetSearch) => ({ ...before, ...place }) })
  const query = useQuery(document, {
    variables: { ...pageVariables(search, PAGE_SIZE), filter: filterOf(search) },
    pollInterval: useLivePolling(),
  })
  return (
    <Page title="Fleet">
      <Group mb="md">
        <ChoiceFilter
          label="Sync"
          choices={{ active: 'Active', paused: 'Paused' }}
          value={search.state}
          onChange={(state) => move({ ...firstPage, state })}
        />
      </Group>
      <PageState
        query={query}
        skeleton={<TableSkeleton rows={PAGE_SIZE / 5} />}
        isEmpty={({ configurations }) => configurations.nodes.length === 0}
        empty={<NoHotels isFiltered={search.state !== undefined} />}
      >
        {({ configurations, providers }) => (
          <>
            <AccountsTable accounts={configurations.nodes} providers={providers} />
            <Pager page={configurations.pageInfo} onMove={move} />
          </>
        )}
      </PageState>
    </Page>
  )
}

const filterOf = ({ state }: FleetSearch) => (state === undefined ? null : { enabled: state === 'active' })

function NoHotels({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <Notice title="No hotel matches">Choose “All” to see every hotel.</Notice>
  ) : (
    <Notice title="No hotels yet">Connect a hotel’s system and it appears here.</Notice>
  )
}
