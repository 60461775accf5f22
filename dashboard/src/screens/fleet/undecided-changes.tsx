import { Text } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { formatCount } from '../../ui/values/format.ts'
import { HotelIssue } from './hotel-issue.tsx'
import type { FleetHotel } from './query.ts'

/** A hotel some of whose changes wait for a person. */
export function UndecidedChanges({ hotel }: { hotel: FleetHotel }) {
  const { hotelId, openConflicts, unknownChanges } = hotel
  return (
    <HotelIssue
      hotel={hotel}
      what={`${formatCount(openConflicts + unknownChanges, 'change waits', 'changes wait')} for a person`}
    >
      {openConflicts > 0 && (
        <>
          <Text size="sm" mt={4}>
            {formatCount(openConflicts, 'change contradicts', 'changes contradict')} what was changed at the PMS. Decide
            which holds.
          </Text>
          <TextLink size="sm" to="/hotels/$hotelId/conflicts" params={{ hotelId }}>
            Conflicts
          </TextLink>
        </>
      )}
      {unknownChanges > 0 && (
        <>
          <Text size="sm" mt={4}>
            Of {formatCount(unknownChanges, 'change')} nobody knows whether the PMS has made it. Look there, then say
            so.
          </Text>
          <TextLink size="sm" to="/hotels/$hotelId/changes" params={{ hotelId }} search={{ shown: 'unknown' }}>
            Changes to settle
          </TextLink>
        </>
      )}
    </HotelIssue>
  )
}
