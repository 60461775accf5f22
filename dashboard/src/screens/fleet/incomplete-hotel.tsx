import { Text } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { formatCount } from '../../ui/values/format.ts'
import { HotelIssue } from './hotel-issue.tsx'
import type { FleetHotel } from './query.ts'

/** A hotel some of whose items could not be stored. */
export function IncompleteHotel({ hotel }: { hotel: FleetHotel }) {
  return (
    <HotelIssue hotel={hotel} what={formatCount(hotel.openFailures, 'failed item')}>
      <Text size="sm" mt={4}>
        {formatCount(hotel.openFailures, 'item')} could not be stored. Fix the causes, then replay the items.
      </Text>
      <TextLink size="sm" to="/syncs/failures" search={{ hotel: hotel.hotelId, state: 'open' }}>
        Failed items
      </TextLink>
    </HotelIssue>
  )
}
