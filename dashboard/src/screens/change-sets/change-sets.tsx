import { useQuery } from '@apollo/client/react'
import { Group } from '@mantine/core'
import { useLivePolling } from '../../api/live.ts'
import { useNews } from '../../api/news.ts'
import { reload } from '../../api/reload.ts'
import { ACTIONS } from '../../entities/changes/words.ts'
import { slugOf } from '../../entities/registry.ts'
import { graphql } from '../../gql/gql.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Paged } from '../../ui/table/paged.tsx'
import { firstPage, pageVariables } from '../../ui/table/paging.ts'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { setProgressDocument } from './query.ts'
import { type ChangeSetsSearch, changeSetsRoute } from './route.ts'
import { SetsTable } from './sets-table.tsx'
import { SHOWN, SHOWN_FILTERS } from './words.ts'

const PAGE_SIZE = 25

const document = graphql(`
  query ChangeSets(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsChangeSetFilter
  ) {
    changeSets(hotelId: $hotelId, first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...ChangeSetRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

/** The same change for many things: the sets of a hotel, newest first. */
export function ChangeSets() {
  const { hotelId } = changeSetsRoute.useParams()
  const start = (
    <ButtonLink to="/hotels/$hotelId/change-sets/new" params={{ hotelId }}>
      New set
    </ButtonLink>
  )
  return (
    <HotelFrame hotelId={hotelId} part="Sets of changes" actions={start}>
      {(hotel) => <Sets key={hotelId} hotel={hotel} />}
    </HotelFrame>
  )
}

function Sets({ hotel }: { hotel: FramedHotel }) {
  const hotelId = hotel.hotel.id
  const search = changeSetsRoute.useSearch()
  const navigate = changeSetsRoute.useNavigate()
  const move = (change: ChangeSetsSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const filter = { ...(search.shown && SHOWN_FILTERS[search.shown]), ...(search.action && { action: [search.action] }) }
  const query = useQuery(document, {
    variables: { hotelId, ...pageVariables(search, PAGE_SIZE), filter },
    pollInterval: useLivePolling(),
  })
  useNews(setProgressDocument, hotelId, () => void reload(query))
  return (
    <>
      <Filters search={search} onChange={(change) => move({ ...firstPage, ...change })} />
      <PageState query={{ ...query, data: query.data ?? query.previousData }} skeleton={<TableSkeleton rows={8} />}>
        {({ changeSets }) => (
          <Paged
            list={changeSets}
            empty={<NoSets hotelId={hotelId} isFiltered={Boolean(search.shown ?? search.action)} />}
            onMove={move}
          >
            {(sets) => <SetsTable sets={sets} timeZone={hotel.timeZone} />}
          </Paged>
        )}
      </PageState>
    </>
  )
}

function Filters({ search, onChange }: { search: ChangeSetsSearch; onChange: (change: ChangeSetsSearch) => void }) {
  return (
    <search>
      <Group align="flex-end" mb="md">
        <ChoiceFilter label="Show" choices={SHOWN} value={search.shown} onChange={(shown) => onChange({ shown })} />
        <ChoiceFilter
          label="What"
          choices={ACTIONS}
          value={search.action}
          onChange={(action) => onChange({ action })}
        />
      </Group>
    </search>
  )
}

function NoSets({ hotelId, isFiltered }: { hotelId: string; isFiltered: boolean }) {
  if (isFiltered) return <Notice title="No sets match">Remove a filter to see more.</Notice>
  const bookings = (
    <ButtonLink
      variant="default"
      to="/hotels/$hotelId/$entities"
      params={{ hotelId, entities: slugOf('BOOKING') }}
      search={{}}
    >
      Choose bookings
    </ButtonLink>
  )
  return (
    <Notice title="Nothing has been changed many at once" actions={bookings}>
      Filter a list or select some of its rows, or take a CSV file. Each one is looked at before anything is sent.
    </Notice>
  )
}
