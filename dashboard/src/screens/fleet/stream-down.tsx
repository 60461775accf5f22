import { Group, Text } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { StreamLine } from '../../ui/stream/stream-line.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import classes from './fleet.module.css'
import { HotelLink } from './hotel-link.tsx'
import { nameOf, type StreamDownHotel, zoneOf } from './query.ts'

const UP: readonly string[] = ['OFF', 'CATCHING_UP', 'LIVE']

/** A hotel whose changes should come by stream and do not. */
export function StreamDown({ hotel }: { hotel: StreamDownHotel }) {
  const { nameOf: pmsOf } = useProviderNames()
  const accounts = hotel.hotel.configurations?.nodes ?? []
  return accounts.map(({ id, provider, stream }) =>
    stream && !UP.includes(stream.state) ? (
      <li key={id} className={classes.issue}>
        <Group gap="sm" wrap="wrap">
          <Text span fw={600}>
            <HotelLink hotel={hotel}>{nameOf(hotel)}</HotelLink>
          </Text>
          <Text span size="sm" c="dimmed">
            {pmsOf(provider)} · stream is down
          </Text>
        </Group>
        <StreamLine stream={stream} name={pmsOf(provider)} timeZone={zoneOf(hotel)} />
        <TextLink
          size="sm"
          to="/hotels/$hotelId/configurations/$provider"
          params={{ hotelId: hotel.hotelId, provider }}
        >
          Settings of {pmsOf(provider)}
        </TextLink>
      </li>
    ) : null,
  )
}
