import { Skeleton } from '@mantine/core'
import { FreshnessLine } from '../../ui/freshness/freshness-line.tsx'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { todayIn } from '../../ui/time/days.ts'
import { useNow } from '../../ui/time/now.ts'
import { RevealButton } from '../../ui/values/masked.tsx'
import { type Masking, useMasking } from '../../ui/values/use-masking.ts'
import { FloorFilters } from './floor-filters.tsx'
import { Floors } from './floors-section.tsx'
import { floorsRoute } from './route.ts'
import type { FloorsSearch } from './search.ts'
import { useFloors } from './use-floors.ts'

/** A hotel's rooms by floor: how clean, who is in them, who comes and goes today, and which are not sold. */
export function FloorBoard() {
  const { hotelId } = floorsRoute.useParams()
  const masking = useMasking(hotelId)
  return (
    <HotelFrame hotelId={hotelId} part="Floor board" actions={<RevealButton masking={masking} />}>
      {(hotel) => <Board key={hotelId} hotel={hotel} masking={masking} />}
    </HotelFrame>
  )
}

function Board({ hotel, masking }: { hotel: FramedHotel; masking: Masking }) {
  const { timeZone } = hotel
  const hotelId = hotel.hotel.id
  const search = floorsRoute.useSearch()
  const navigate = floorsRoute.useNavigate()
  const filter = (change: FloorsSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  // At the hotel's midnight it is another day's board.
  useNow()
  const query = useFloors(hotelId, todayIn(timeZone))
  return (
    <>
      <FreshnessLine hotelId={hotelId} timeZone={timeZone} types={['HOUSEKEEPING', 'ROOM', 'ROOM_BLOCK', 'BOOKING']} />
      <FloorFilters search={search} tiles={query.data?.tiles ?? []} onChange={filter} />
      <PageState
        query={query}
        skeleton={<Skeleton height={480} role="status" aria-label="Loading" />}
        isEmpty={({ tiles }) => tiles.length === 0}
        empty={
          <Notice title="No rooms yet">They appear after the first sync: press “Sync now” in the overview.</Notice>
        }
      >
        {(data) => <Floors {...{ hotelId, data, search, masking }} onChanged={() => void query.refetch()} />}
      </PageState>
    </>
  )
}
