import { HotelFilter } from '../../ui/filters/hotel-filter.tsx'
import { Page } from '../../ui/page/page.tsx'
import { firstPage } from '../../ui/table/paging.ts'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { HotelEvents } from './hotel-events.tsx'
import { NoHotel } from './no-hotel.tsx'
import { webhooksRoute } from './route.ts'
import type { WebhooksSearch } from './search.ts'
import { useFirstHotel } from './use-first-hotel.ts'
import { WebhookFilters } from './webhook-filters.tsx'

/** The webhook events of a hotel, and their results. */
export function Webhooks() {
  const search = webhooksRoute.useSearch()
  const navigate = webhooksRoute.useNavigate()
  const move = (change: WebhooksSearch) => void navigate({ search: (before) => ({ ...before, ...change }) })
  const first = useFirstHotel(search.hotel === undefined)
  const hotel = search.hotel ?? first.hotelId
  return (
    <Page title="Webhooks">
      <WebhookFilters search={search} onChange={(change) => move({ ...firstPage, ...change })}>
        <HotelFilter
          value={hotel}
          onChange={(chosen) => move({ ...firstPage, hotel: chosen })}
          placeholder="Choose one"
        />
      </WebhookFilters>
      {hotel !== undefined && <HotelEvents key={hotel} hotelId={hotel} search={search} onMove={move} />}
      {hotel === undefined && (first.isLoading ? <TableSkeleton rows={10} /> : <NoHotel failure={first.failure} />)}
    </Page>
  )
}
