import { useQuery } from '@apollo/client/react'
import { Skeleton } from '@mantine/core'
import { useLivePolling } from '../../api/live.ts'
import { FreshnessLine } from '../../ui/freshness/freshness-line.tsx'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { ChannelSection } from './channel-section.tsx'
import { channelsDocument } from './query.ts'
import { channelsRoute } from './route.ts'

/** Where a hotel's prices and availability are sold, and whether what is sold there is what its PMS says. */
export function Channels() {
  const { hotelId } = channelsRoute.useParams()
  return (
    <HotelFrame hotelId={hotelId} part="Channels">
      {(hotel) => <ChannelList key={hotelId} hotel={hotel} />}
    </HotelFrame>
  )
}

function ChannelList({ hotel }: { hotel: FramedHotel }) {
  const hotelId = hotel.hotel.id
  const query = useQuery(channelsDocument, { variables: { hotelId }, pollInterval: useLivePolling() })
  return (
    <>
      <FreshnessLine hotelId={hotelId} timeZone={hotel.timeZone} types={['RATE', 'AVAILABILITY']} />
      <PageState
        query={{ ...query, data: query.data ?? query.previousData }}
        skeleton={<Skeleton height={240} role="status" aria-label="Loading" />}
        isEmpty={({ channels }) => channels.length === 0}
        empty={<NoChannels />}
      >
        {({ channels }) =>
          channels.map((channel) => <ChannelSection key={channel.id} channel={channel} timeZone={hotel.timeZone} />)
        }
      </PageState>
    </>
  )
}

function NoChannels() {
  return (
    <Notice title="No channels are connected">
      Prices and availability are read and sent nowhere. A channel is connected by the API, with connectChannel: it says
      which room type and which rate plan is which there.
    </Notice>
  )
}
