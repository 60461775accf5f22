import { Group } from '@mantine/core'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { HotelFilter } from '../../ui/filters/hotel-filter.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { firstPage } from '../../ui/table/paging.ts'
import { HotelFailures } from './hotel-failures.tsx'
import { type FailuresSearch, failuresRoute } from './route.ts'
import { FAILURE_STATES } from './search.ts'

/** What the runs of a hotel could not store. */
export function Failures() {
  const search = failuresRoute.useSearch()
  const navigate = failuresRoute.useNavigate()
  const move = (change: FailuresSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  return (
    <Page
      title="Failed items"
      actions={
        <ButtonLink variant="default" to="/syncs" search={{ hotel: search.hotel }}>
          Sync history
        </ButtonLink>
      }
    >
      <Group component="search" mb="md" align="flex-start">
        <HotelFilter value={search.hotel} onChange={(hotel) => move({ ...NO_CAUSE, hotel })} placeholder="Choose one" />
        <ChoiceFilter
          label="State"
          choices={FAILURE_STATES}
          value={search.state}
          onChange={(state) => move({ ...firstPage, state })}
        />
      </Group>
      {search.hotel === undefined ? (
        <Notice title="Choose a hotel">Its failed items are shown here.</Notice>
      ) : (
        <HotelFailures hotelId={search.hotel} search={search} onMove={move} />
      )}
    </Page>
  )
}

const NO_CAUSE = { ...firstPage, code: undefined, path: undefined } as const
