import { graphql } from '../../gql/gql.ts'
import type { RoomBlockQuery } from '../../gql/graphql.ts'
import { Section } from '../../ui/page/section.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { Facts } from '../../ui/values/facts.tsx'
import { formatDay } from '../../ui/values/format.ts'
import { Masked } from '../../ui/values/masked.tsx'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import type { FactsProps } from '../details/details-screen.tsx'
import { OriginFacts } from '../details/origin-facts.tsx'
import { RowLink } from '../row-link.tsx'
import { KINDS } from './words.ts'

export const roomBlockDetailsFragment = graphql(`
  fragment RoomBlockDetails on PmsRoomBlock {
    kind
    roomNumber
    firstNight
    lastNight
    startsAt
    endsAt
    reasonCode
    reason
    returnCondition
    room {
      id
    }
  }
`)

type Row = NonNullable<RoomBlockQuery['row']>

export function RoomBlockFacts({ row, hotel, masking }: FactsProps<Row>) {
  const { hotelId, room, roomNumber, lastNight, startsAt, endsAt, returnCondition } = row
  return (
    <>
      <Section title={`${KINDS[row.kind]}: room ${roomNumber ?? ''}`}>
        <Facts
          facts={[
            ['First night', formatDay(row.firstNight)],
            ['Last night', lastNight ? formatDay(lastNight) : 'until further notice'],
            ['Begins', startsAt ? <TimeText key="begins" at={startsAt} timeZone={hotel.timeZone} /> : '–'],
            ['Ends', endsAt ? <TimeText key="ends" at={endsAt} timeZone={hotel.timeZone} /> : '–'],
            ['Reason code', row.reasonCode ?? '–'],
            ['Reason', <Masked key="reason" value={row.reason} masking={masking} isHidden />],
            ['Room is then', returnCondition ? <StatusBadge key="then" status={returnCondition} /> : '–'],
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
