import { Alert, Text } from '@mantine/core'
import { useNews } from '../../api/news.ts'
import { useWholeList } from '../../api/whole-list.ts'
import { slugOf } from '../../entities/registry.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { FreshnessLine } from '../../ui/freshness/freshness-line.tsx'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { RevealButton } from '../../ui/values/masked.tsx'
import { type Masking, useMasking } from '../../ui/values/use-masking.ts'
import { MaintenanceFilters } from './filters.tsx'
import { byUrgency, changedDocument, openDocument } from './query.ts'
import { RequestsTable } from './requests-table.tsx'
import { type MaintenanceSearch, maintenanceRoute } from './route.ts'

/** What is to be repaired in a hotel, the most urgent first. */
export function Maintenance() {
  const { hotelId } = maintenanceRoute.useParams()
  const masking = useMasking(hotelId)
  return (
    <HotelFrame hotelId={hotelId} part="Maintenance" actions={<RevealButton masking={masking} />}>
      {(hotel) => <OpenRequests key={hotelId} hotel={hotel} masking={masking} />}
    </HotelFrame>
  )
}

function OpenRequests({ hotel, masking }: { hotel: FramedHotel; masking: Masking }) {
  const hotelId = hotel.hotel.id
  const search = maintenanceRoute.useSearch()
  const navigate = maintenanceRoute.useNavigate()
  const filter = (change: MaintenanceSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const query = useWholeList(openDocument, { hotelId, filter: filterOf(search) })
  useNews(changedDocument, hotelId, () => void query.refetch())
  const list = JSON.stringify(search)
  return (
    <>
      <FreshnessLine hotelId={hotelId} timeZone={hotel.timeZone} types={['MAINTENANCE_REQUEST']} />
      <MaintenanceFilters search={search} onChange={filter} />
      <PageState
        query={query}
        skeleton={<TableSkeleton rows={10} />}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <NothingOpen hotelId={hotelId} isFiltered={Object.values(search).some((value) => value !== undefined)} />
        }
      >
        {({ rows, isCut }) => (
          <>
            {isCut && (
              <Alert color="yellow" variant="outline" mb="md" c="var(--mantine-color-text)">
                There are more than fit here: narrow the list by a filter.
              </Alert>
            )}
            <RequestsTable
              key={list}
              requests={[...rows].sort(byUrgency)}
              hotel={hotel}
              masking={masking}
              list={list}
            />
            <Text mt="md">
              <AllRequests hotelId={hotelId} />
            </Text>
          </>
        )}
      </PageState>
    </>
  )
}

const filterOf = ({ room, priority, status }: MaintenanceSearch) => ({
  status: status ? [status] : (['OPEN', 'IN_PROGRESS'] as const).slice(),
  priority: priority ? [priority] : null,
  roomNumber: room ?? null,
  includeDeleted: false,
})

function NothingOpen({ hotelId, isFiltered }: { hotelId: string; isFiltered: boolean }) {
  return isFiltered ? (
    <Notice title="No open requests match">Remove a filter to see more.</Notice>
  ) : (
    <Notice title="Nothing is to be repaired" actions={<AllRequests hotelId={hotelId} />}>
      Open requests of the PMS appear here by themselves.
    </Notice>
  )
}

function AllRequests({ hotelId }: { hotelId: string }) {
  return (
    <ButtonLink
      variant="default"
      to="/hotels/$hotelId/$entities"
      params={{ hotelId, entities: slugOf('MAINTENANCE_REQUEST') }}
    >
      All requests, also done ones
    </ButtonLink>
  )
}
