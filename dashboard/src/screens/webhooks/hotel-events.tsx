import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { reload } from '../../api/reload.ts'
import { PageState } from '../../ui/page/page-state.tsx'
import { Paged } from '../../ui/table/paged.tsx'
import { type PageSearch, pageVariables } from '../../ui/table/paging.ts'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'
import { useNow } from '../../ui/time/now.ts'
import { EventsTable } from './events-table.tsx'
import { NoEvents } from './no-events.tsx'
import { eventsDocument } from './query.ts'
import { ReplayEvents } from './replay-events.tsx'
import { hasFilters, type WebhooksSearch, webhooksFilter } from './search.ts'
import { Senders } from './senders.tsx'
import { useWatch } from './use-watch.ts'

const PAGE_SIZE = 25

interface HotelEventsProps {
  readonly hotelId: string
  readonly search: WebhooksSearch
  readonly onMove: (place: PageSearch) => void
}

export function HotelEvents({ hotelId, search, onMove }: HotelEventsProps) {
  const [selected, setSelected] = useState<readonly string[]>([])
  const filter = webhooksFilter(search, useNow())
  const query = useQuery(eventsDocument, {
    variables: { hotelId, hotelIds: [hotelId], filter, ...pageVariables(search, PAGE_SIZE) },
  })
  const data = query.data ?? query.previousData
  useWatch(query, data?.webhookEvents.nodes.some(({ status }) => status === 'RECEIVED') ?? false)
  const timeZone = data?.registrations.nodes[0]?.timeZone ?? 'UTC'
  const replayed = () => {
    setSelected([])
    void reload(query)
  }
  return (
    <PageState
      query={{ ...query, data }}
      skeleton={<TableSkeleton rows={12} />}
      isEmpty={({ registrations }) => registrations.nodes.length === 0}
      empty={<NoEvents hotelId={hotelId} hasFilters={false} />}
    >
      {({ configurations, webhookEvents }) => (
        <>
          <Senders hotelId={hotelId} senders={configurations.nodes} timeZone={timeZone} />
          <Paged
            list={webhookEvents}
            empty={<NoEvents hotelId={hotelId} hasFilters={hasFilters(search)} />}
            onMove={onMove}
          >
            {(events) => (
              <>
                <ReplayEvents hotelId={hotelId} filter={filter} selected={selected} onReplayed={replayed} />
                <EventsTable events={events} timeZone={timeZone} selected={selected} onSelect={setSelected} />
              </>
            )}
          </Paged>
        </>
      )}
    </PageState>
  )
}
