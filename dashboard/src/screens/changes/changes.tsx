import { useQuery } from '@apollo/client/react'
import { Group, Text } from '@mantine/core'
import { useLivePolling } from '../../api/live.ts'
import { useNews } from '../../api/news.ts'
import { reload } from '../../api/reload.ts'
import { changeProgressDocument } from '../../entities/changes/changed-document.ts'
import { ACTIONS } from '../../entities/changes/words.ts'
import { WritesOff } from '../../entities/changes/writes-off.tsx'
import { graphql } from '../../gql/gql.ts'
import type { PmsChangeFilter } from '../../gql/graphql.ts'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { TextFilter } from '../../ui/filters/text-filter.tsx'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Paged } from '../../ui/table/paged.tsx'
import { firstPage, pageVariables } from '../../ui/table/paging.ts'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { RevealButton } from '../../ui/values/masked.tsx'
import { type Masking, useMasking } from '../../ui/values/use-masking.ts'
import { ChangesTable } from './changes-table.tsx'
import { type ChangesSearch, changesRoute, SHOWN, type Shown } from './route.ts'

const PAGE_SIZE = 25

const document = graphql(`
  query Changes($hotelId: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: PmsChangeFilter) {
    changes(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes {
        ...ChangeRow
      }
      pageInfo {
        ...PageFields
      }
    }
    configurations(hotelId: $hotelId, first: 20) {
      nodes {
        id
        provider
        enabled
        writeEnabled
      }
    }
  }
`)

/** What people had changed at a hotel's PMS: what waits, what was refused and why, what nobody knows. */
export function Changes() {
  const { hotelId } = changesRoute.useParams()
  const masking = useMasking(hotelId)
  return (
    <HotelFrame hotelId={hotelId} part="Changes at the PMS" actions={<RevealButton masking={masking} />}>
      {(hotel) => <Outbox key={hotelId} hotel={hotel} masking={masking} />}
    </HotelFrame>
  )
}

function Outbox({ hotel, masking }: { hotel: FramedHotel; masking: Masking }) {
  const hotelId = hotel.hotel.id
  const search = changesRoute.useSearch()
  const navigate = changesRoute.useNavigate()
  const move = (change: ChangesSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const query = useQuery(document, {
    variables: { hotelId, ...pageVariables(search, PAGE_SIZE), filter: filterOf(search) },
    pollInterval: useLivePolling(),
  })
  useNews(changeProgressDocument, hotelId, () => void reload(query))
  return (
    <>
      <Filters search={search} onChange={(change) => move({ ...firstPage, ...change })} />
      <PageState query={{ ...query, data: query.data ?? query.previousData }} skeleton={<TableSkeleton rows={8} />}>
        {({ changes, configurations }) => (
          <>
            <WritesOff hotelId={hotelId} accounts={configurations.nodes} />
            <Paged
              list={changes}
              empty={<NoChanges isFiltered={Boolean(search.shown ?? search.action ?? search.by)} />}
              onMove={move}
            >
              {(rows) => (
                <ChangesTable changes={rows} hotel={hotel} masking={masking} onDone={() => void reload(query)} />
              )}
            </Paged>
          </>
        )}
      </PageState>
    </>
  )
}

const FILTERS: Readonly<Record<Shown, PmsChangeFilter>> = {
  open: { open: true },
  unknown: { state: ['UNKNOWN'] },
  conflict: { state: ['CONFLICT'] },
  refused: { state: ['REJECTED', 'EXPIRED'] },
  done: { state: ['APPLIED'] },
}

const filterOf = ({ shown, action, by }: ChangesSearch): PmsChangeFilter => ({
  ...(shown && FILTERS[shown]),
  ...(action && { action: [action] }),
  ...(by && { requestedBy: by }),
})

function Filters({ search, onChange }: { search: ChangesSearch; onChange: (change: ChangesSearch) => void }) {
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
        <TextFilter label="Asked for by" value={search.by} onChange={(by) => onChange({ by })} />
      </Group>
    </search>
  )
}

function NoChanges({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <Notice title="No changes match">Remove a filter to see more.</Notice>
  ) : (
    <Notice title="Nothing has been changed from here">
      <Text>Open a booking to change it at the PMS. What you ask for appears here until it is done, and after.</Text>
    </Notice>
  )
}
