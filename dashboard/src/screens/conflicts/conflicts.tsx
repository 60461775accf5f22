import { useQuery } from '@apollo/client/react'
import { Group, Stack } from '@mantine/core'
import { useLivePolling } from '../../api/live.ts'
import { useNews } from '../../api/news.ts'
import { reload } from '../../api/reload.ts'
import { changeProgressDocument } from '../../entities/changes/changed-document.ts'
import { GROUPS } from '../../entities/changes/words.ts'
import { WritesOff } from '../../entities/changes/writes-off.tsx'
import type { PmsConflictFilter } from '../../gql/graphql.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { firstPage, pageVariables } from '../../ui/table/paging.ts'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { RevealButton } from '../../ui/values/masked.tsx'
import { type Masking, useMasking } from '../../ui/values/use-masking.ts'
import { ConflictList } from './conflict-list.tsx'
import { Defaults } from './defaults/defaults.tsx'
import { conflictsDocument } from './query.ts'
import { type ConflictsSearch, conflictsRoute, SEVERITIES } from './route.ts'

const PAGE_SIZE = 25

/** What was changed here and at the PMS, for a person to decide, the most harmful first. */
export function Conflicts() {
  const { hotelId } = conflictsRoute.useParams()
  const masking = useMasking(hotelId)
  return (
    <HotelFrame hotelId={hotelId} part="Conflicts" actions={<RevealButton masking={masking} />}>
      {(hotel) => <Inbox key={hotelId} hotel={hotel} masking={masking} />}
    </HotelFrame>
  )
}

function Inbox({ hotel, masking }: { hotel: FramedHotel; masking: Masking }) {
  const hotelId = hotel.hotel.id
  const search = conflictsRoute.useSearch()
  const navigate = conflictsRoute.useNavigate()
  const move = (change: ConflictsSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const query = useQuery(conflictsDocument, {
    variables: { hotelId, ...pageVariables(search, PAGE_SIZE), filter: filterOf(search) },
    pollInterval: useLivePolling(),
  })
  useNews(changeProgressDocument, hotelId, () => void reload(query))
  const list = JSON.stringify(search)
  return (
    <>
      <Filters search={search} onChange={(change) => move({ ...firstPage, ...change })} />
      <PageState query={{ ...query, data: query.data ?? query.previousData }} skeleton={<TableSkeleton rows={8} />}>
        {({ conflicts, configurations }) => (
          <>
            <WritesOff hotelId={hotelId} accounts={configurations.nodes} />
            <ConflictList
              key={list}
              conflicts={conflicts.nodes}
              total={conflicts.totalCount}
              hotel={hotel}
              masking={masking}
              list={list}
              reload={() => reload(query)}
              nothing={<NoConflicts hotelId={hotelId} isFiltered={Boolean(search.harm ?? search.group)} />}
            />
            <Pager page={conflicts.pageInfo} onMove={move} />
            <Stack mt="md">
              {configurations.nodes.map((account) => (
                <Defaults key={account.id} hotelId={hotelId} account={account} reload={() => reload(query)} />
              ))}
            </Stack>
          </>
        )}
      </PageState>
    </>
  )
}

const filterOf = ({ harm, group }: ConflictsSearch): PmsConflictFilter => ({
  ...(harm && { severity: [harm] }),
  ...(group && { group: [group] }),
})

function Filters({ search, onChange }: { search: ConflictsSearch; onChange: (change: ConflictsSearch) => void }) {
  return (
    <search>
      <Group align="flex-end" mb="md">
        <ChoiceFilter label="Harm" choices={SEVERITIES} value={search.harm} onChange={(harm) => onChange({ harm })} />
        <ChoiceFilter label="What" choices={GROUPS} value={search.group} onChange={(group) => onChange({ group })} />
      </Group>
    </search>
  )
}

function NoConflicts({ hotelId, isFiltered }: { hotelId: string; isFiltered: boolean }) {
  if (isFiltered) return <Notice title="No conflicts match">Remove a filter to see more.</Notice>
  const changes = (
    <ButtonLink variant="default" to="/hotels/$hotelId/changes" params={{ hotelId }}>
      All changes of the hotel
    </ButtonLink>
  )
  return (
    <Notice title="Nothing to decide" actions={changes}>
      What is changed here and at the PMS at once waits here for somebody who says which of the two is meant.
    </Notice>
  )
}
