import { useQuery } from '@apollo/client/react'
import { useLivePolling } from '../../../api/live.ts'
import { useNews } from '../../../api/news.ts'
import { reload } from '../../../api/reload.ts'
import { WritesOff } from '../../../entities/changes/writes-off.tsx'
import { ButtonLink } from '../../../ui/actions/link.tsx'
import { type FramedHotel, HotelFrame } from '../../../ui/page/hotel-frame.tsx'
import { Notice } from '../../../ui/page/notice.tsx'
import { PageState } from '../../../ui/page/page-state.tsx'
import { Paged } from '../../../ui/table/paged.tsx'
import { pageVariables } from '../../../ui/table/paging.ts'
import { TableSkeleton } from '../../../ui/table/table-skeleton.tsx'
import { RevealButton } from '../../../ui/values/masked.tsx'
import { type Masking, useMasking } from '../../../ui/values/use-masking.ts'
import { type ChangeSetOf, changeSetDocument, setProgressDocument } from '../query.ts'
import { type ChangeSetSearch, changeSetRoute } from '../route.ts'
import { Steps } from '../steps.tsx'
import { LISTS, type ListName, PREVIEW_LISTS, RESULT_LISTS } from '../words.ts'
import { stepOf } from './describe-set.ts'
import { ItemsTable } from './items-table.tsx'
import { SetHead } from './set-head.tsx'
import { SetLists } from './set-lists.tsx'

const PAGE_SIZE = 50

/** A set of changes: its preview, how far it is, what came of it. All of it follows from the address. */
export function ChangeSet() {
  const { hotelId, setId } = changeSetRoute.useParams()
  const masking = useMasking(hotelId)
  return (
    <HotelFrame hotelId={hotelId} part="Set of changes" actions={<RevealButton masking={masking} />}>
      {(hotel) => <OneSet key={setId} setId={setId} hotel={hotel} masking={masking} />}
    </HotelFrame>
  )
}

interface OneSetProps {
  readonly setId: string
  readonly hotel: FramedHotel
  readonly masking: Masking
}

function OneSet({ setId, hotel, masking }: OneSetProps) {
  const hotelId = hotel.hotel.id
  const search = changeSetRoute.useSearch()
  const navigate = changeSetRoute.useNavigate()
  const move = (change: ChangeSetSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const list = search.list === undefined ? {} : variablesOf(search.list)
  const query = useQuery(changeSetDocument, {
    variables: { id: setId, hotelId, ...list, ...pageVariables(search, PAGE_SIZE) },
    pollInterval: useLivePolling(),
  })
  useNews(setProgressDocument, hotelId, () => void reload(query))
  return (
    <PageState
      query={{ ...query, data: query.data ?? query.previousData }}
      skeleton={<TableSkeleton rows={12} />}
      isEmpty={({ changeSet }) => changeSet?.hotelId !== hotelId}
      empty={<NoSet hotelId={hotelId} />}
    >
      {({ changeSet: set, configurations }) =>
        set && (
          <>
            <Steps current={stepOf(set)} />
            <WritesOff
              hotelId={hotelId}
              accounts={configurations.nodes.filter(({ provider }) => provider === set.provider)}
            />
            <SetHead set={set} hotel={hotel} onDone={() => reload(query)} />
            <SetLists set={set} names={listsOf(set)} current={search.list} />
            <Paged list={set.items} empty={<NoItems set={set} />} onMove={move}>
              {(items) => <ItemsTable items={items} set={set} masking={masking} />}
            </Paged>
          </>
        )
      }
    </PageState>
  )
}

const variablesOf = (name: ListName) => {
  const list: { outcome?: string; result?: string } = LISTS[name]
  return {
    ...('outcome' in list && { outcome: [list.outcome] }),
    ...('result' in list && { result: [list.result] }),
  } as object
}

const listsOf = ({ startedAt }: ChangeSetOf) => (startedAt === null ? PREVIEW_LISTS : RESULT_LISTS)

function NoItems({ set: { state } }: { set: ChangeSetOf }) {
  return <Notice title="Nothing in this list">{state === 'DRAFT' && 'Items appear as they are looked at.'}</Notice>
}

function NoSet({ hotelId }: { hotelId: string }) {
  const all = (
    <ButtonLink variant="default" to="/hotels/$hotelId/change-sets" params={{ hotelId }}>
      All sets of the hotel
    </ButtonLink>
  )
  return <Notice title="Set not found" actions={all} />
}
