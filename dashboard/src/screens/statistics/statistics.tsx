import { Group, Skeleton, Stack } from '@mantine/core'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { HotelFilter } from '../../ui/filters/hotel-filter.tsx'
import { ProviderFilter } from '../../ui/filters/provider-filter.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Changes, useChanges } from './changes.tsx'
import { Durations, useDurations } from './durations.tsx'
import { Failures, useFailures } from './failures.tsx'
import { Freshness, useFreshness } from './freshness.tsx'
import { type StatisticsSearch, statisticsRoute } from './route.ts'
import { type Scope, useScope } from './scope.ts'

const SPAN_NAMES = { WEEK: 'Last 7 days', MONTH: 'Last 30 days' } as const

/** How syncs went over time, as charts that can be read as tables. */
export function Statistics() {
  const search = statisticsRoute.useSearch()
  const navigate = statisticsRoute.useNavigate()
  const change = (next: StatisticsSearch) =>
    void navigate({ search: (before: StatisticsSearch) => ({ ...before, ...next }) })
  const scope = useScope(search)
  return (
    <Page title="Statistics">
      <Group mb="md" align="flex-start">
        <ChoiceFilter
          label="Period"
          all="Last 24 hours"
          choices={SPAN_NAMES}
          value={search.span === 'DAY' ? undefined : search.span}
          onChange={(span) => change({ span })}
        />
        <HotelFilter value={search.hotel} onChange={(hotel) => change({ hotel })} />
        <ProviderFilter value={search.provider} onChange={(provider) => change({ provider })} />
      </Group>
      {scope === null ? <ChartsSkeleton /> : <Charts scope={scope} />}
    </Page>
  )
}

/** All at once, so that none pushes another down; each can fail alone. */
function Charts({ scope }: { scope: Scope }) {
  const [durations, failures] = [useDurations(scope), useFailures(scope)]
  const [freshness, changes] = [useFreshness(scope), useChanges(scope)]
  if ([durations, failures, freshness, changes].some(({ loading, data }) => loading && !data)) return <ChartsSkeleton />
  return (
    <>
      <Durations query={durations} scope={scope} />
      <Failures query={failures} />
      <Freshness query={freshness} scope={scope} />
      <Changes query={changes} scope={scope} />
    </>
  )
}

function ChartsSkeleton() {
  return (
    <Stack gap="md" role="status" aria-label="Loading">
      <Skeleton height={380} />
      <Skeleton height={240} />
      <Skeleton height={380} />
    </Stack>
  )
}
