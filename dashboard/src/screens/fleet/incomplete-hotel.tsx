import { Group, Text } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { formatCount } from '../../ui/values/format.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import classes from './fleet.module.css'
import { HotelLink } from './hotel-link.tsx'
import { type FleetHotel, nameOf } from './query.ts'

/** A hotel some of whose items could not be stored. */
export function IncompleteHotel({ hotel }: { hotel: FleetHotel }) {
  return (
    <li className={classes.issue}>
      <Group gap="sm" wrap="wrap">
        <StatusBadge status="OPEN" />
        <Text span fw={600}>
          <HotelLink hotel={hotel}>{nameOf(hotel)}</HotelLink>
        </Text>
        <Text span size="sm" c="dimmed">
          {formatCount(hotel.openFailures, 'failed item')}
        </Text>
      </Group>
      <Text size="sm" mt={4}>
        {formatCount(hotel.openFailures, 'item')} could not be stored. Fix the causes, then replay the items.
      </Text>
      <TextLink size="sm" to="/syncs/failures" search={{ hotel: hotel.hotelId, state: 'open' }}>
        Failed items
      </TextLink>
    </li>
  )
}
