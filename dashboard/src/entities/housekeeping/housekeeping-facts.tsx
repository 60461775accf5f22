import { graphql } from '../../gql/gql.ts'
import type { HousekeepingByIdQuery } from '../../gql/graphql.ts'
import { Section } from '../../ui/page/section.tsx'
import { Facts } from '../../ui/values/facts.tsx'
import { describeFlag, formatDay } from '../../ui/values/format.ts'
import { Masked } from '../../ui/values/masked.tsx'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import type { FactsProps } from '../details/details-screen.tsx'
import { OriginFacts } from '../details/origin-facts.tsx'
import { RowLink } from '../row-link.tsx'
import { DISCREPANCIES } from './words.ts'

export const housekeepingDetailsFragment = graphql(`
  fragment HousekeepingDetails on PmsHousekeeping {
    roomNumber
    condition
    occupancy
    reportedOccupancy
    discrepancy
    roomStatus
    doNotDisturb
    serviceRefused
    turndown
    attendant
    note
    businessDate
    room {
      id
    }
  }
`)

type Row = NonNullable<HousekeepingByIdQuery['row']>

export function HousekeepingFacts({ row, masking }: FactsProps<Row>) {
  const { hotelId, room, roomNumber, reportedOccupancy, discrepancy, roomStatus, businessDate } = row
  return (
    <>
      <Section title={`Room ${roomNumber ?? row.externalId}`}>
        <Facts
          facts={[
            ['Condition', <StatusBadge key="condition" status={row.condition} />],
            ['Occupancy', <StatusBadge key="occupancy" status={row.occupancy} />],
            ['Found by housekeeping', reportedOccupancy ? <StatusBadge key="found" status={reportedOccupancy} /> : '–'],
            ['Discrepancy', discrepancy ? DISCREPANCIES[discrepancy] : '–'],
            ['Status', roomStatus ? <StatusBadge key="status" status={roomStatus} /> : '–'],
            ['Do not disturb', describeFlag(row.doNotDisturb)],
            ['Service refused', describeFlag(row.serviceRefused)],
            ['Turndown', describeFlag(row.turndown)],
            ['Attendant', <Masked key="attendant" value={row.attendant} masking={masking} />],
            ['Note', <Masked key="note" value={row.note} masking={masking} isHidden />],
            ['Day', businessDate ? formatDay(businessDate) : '–'],
            [
              'Room',
              room ? (
                <RowLink key="room" type="ROOM" hotelId={hotelId} id={room.id}>
                  Open the room
                </RowLink>
              ) : (
                'not synced yet'
              ),
            ],
          ]}
        />
      </Section>
      <OriginFacts row={row} masking={masking} />
    </>
  )
}
