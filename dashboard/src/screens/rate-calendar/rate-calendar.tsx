import { useQuery } from '@apollo/client/react'
import { Skeleton } from '@mantine/core'
import { useLivePolling } from '../../api/live.ts'
import { useNews } from '../../api/news.ts'
import { reload } from '../../api/reload.ts'
import { FreshnessLine } from '../../ui/freshness/freshness-line.tsx'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { todayIn } from '../../ui/time/days.ts'
import { useNow } from '../../ui/time/now.ts'
import { LiveRegion } from '../../ui/values/live-region.tsx'
import { CalendarControls } from './calendar-controls.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { Legend } from './legend.tsx'
import { calendarLines, typeLines } from './lines.ts'
import { addMonths, daysOf, nameOfMonth } from './month.ts'
import { NightPanel } from './night/night-panel.tsx'
import { ariChangedDocument, availabilityDocument } from './query.ts'
import { calendarRoute } from './route.ts'
import { type CalendarSearch, DEFAULT_PERSONS } from './search.ts'
import { useRates } from './use-rates.ts'

/** What a hotel sells, night by night, and at which price: a month at a time. */
export function RateCalendar() {
  const { hotelId } = calendarRoute.useParams()
  return (
    <HotelFrame hotelId={hotelId} part="Rates and availability">
      {(hotel) => <Calendar key={hotelId} hotel={hotel} />}
    </HotelFrame>
  )
}

function Calendar({ hotel }: { hotel: FramedHotel }) {
  const hotelId = hotel.hotel.id
  const search = calendarRoute.useSearch()
  const navigate = calendarRoute.useNavigate()
  const move = (change: CalendarSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
  useNow()
  const today = todayIn(hotel.timeZone)
  const month = search.month ?? today.slice(0, 7)
  const persons = search.persons ?? DEFAULT_PERSONS
  const range = { hotelId, ...daysOf(month) }
  const query = useQuery(availabilityDocument, { variables: range, pollInterval: useLivePolling() })
  const data = query.data ?? query.previousData
  const types = data ? typeLines(data.roomTypes.nodes, data.availability.series) : []
  const open = new Set(search.open?.split(' ') ?? types.slice(0, 1).map(({ key }) => key))
  const rates = useRates(
    range,
    types.filter(({ key }) => open.has(key)),
  )
  useNews(ariChangedDocument, hotelId, () => {
    void reload(query)
    void reload(rates)
  })
  const lines = calendarLines(types, open, rates.series)
  const shown = lines.find(({ key }) => key === search.series)
  const toggle = (key: string) => {
    if (!open.delete(key)) open.add(key)
    move({ open: [...open].join(' ') })
  }
  return (
    <>
      <FreshnessLine hotelId={hotelId} timeZone={hotel.timeZone} types={['RATE', 'AVAILABILITY']} />
      <CalendarControls month={month} today={today} persons={persons} onChange={move} />
      <LiveRegion text={nameOfMonth(month)} />
      <PageState
        query={{ ...query, data, error: query.error ?? rates.error }}
        skeleton={<Skeleton height={480} role="status" aria-label="Loading" />}
        isEmpty={() => types.length === 0}
        empty={<NothingSold />}
      >
        {({ availability }) => (
          <>
            <CalendarGrid
              label={`Rates and availability in ${nameOfMonth(month)}`}
              {...{ days: availability.days, today, lines, persons }}
              onMonth={(step) => move({ month: addMonths(month, step) })}
              onToggle={toggle}
              onNight={(line, night) => move({ series: line.key, night })}
            />
            <Legend />
          </>
        )}
      </PageState>
      {search.night && shown && (
        <NightPanel
          {...{ hotel, line: shown, night: search.night }}
          at={data?.availability.days.indexOf(search.night) ?? -1}
          onClose={() => move({ series: undefined, night: undefined })}
        />
      )}
    </>
  )
}

function NothingSold() {
  return (
    <Notice title="No rates or availability yet">
      They appear after the first sync of room types, rates and availability, where the PMS has them: press “Sync now”
      in the overview.
    </Notice>
  )
}
