import { useQuery } from '@apollo/client/react'
import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useNews } from '../../../api/news.ts'
import { reload } from '../../../api/reload.ts'
import { TextLink } from '../../../ui/actions/link.tsx'
import type { FramedHotel } from '../../../ui/page/hotel-frame.tsx'
import { PageState } from '../../../ui/page/page-state.tsx'
import { TimeText } from '../../../ui/time/time-text.tsx'
import type { CalendarLine } from '../lines.ts'
import { ariChangedDocument } from '../query.ts'
import { describeChange } from './describe-change.ts'
import { type NightChange, nightChangesDocument } from './query.ts'

interface NightHistoryProps {
  readonly hotel: FramedHotel
  readonly line: CalendarLine
  readonly night: string
}

const STEP = 20
const MOST = 200

/** What became of a night, the latest first, and when that was seen. */
export function NightHistory({ hotel, line, night }: NightHistoryProps) {
  const hotelId = hotel.hotel.id
  const [last, setLast] = useState(STEP)
  const query = useQuery(nightChangesDocument, { variables: { hotelId, last, filter: filterOf(line, night) } })
  useNews(ariChangedDocument, hotelId, () => void reload(query))
  return (
    <PageState
      query={{ ...query, data: query.data ?? query.previousData }}
      skeleton={<Skeleton height={120} role="status" aria-label="Loading" />}
      isEmpty={({ ariChanges }) => ariChanges.nodes.length === 0}
      empty={<Text size="sm">Nothing has changed since it was first read, as far as that is kept.</Text>}
    >
      {({ ariChanges: { nodes, pageInfo } }) => (
        <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {[...nodes].reverse().map((change) => (
            <Change key={`${change.syncLogId} ${change.from} ${change.seenAt}`} {...{ change, night, hotel }} />
          ))}
          {pageInfo.hasPreviousPage && last < MOST && (
            <li>
              <Button variant="default" onClick={() => setLast(MOST)}>
                Earlier changes
              </Button>
            </li>
          )}
        </Stack>
      )}
    </PageState>
  )
}

const filterOf = (line: CalendarLine, night: string) => ({
  ...{ provider: line.provider, roomTypeExternalId: line.roomTypeExternalId, covers: night },
  ...(line.kind === 'plan'
    ? { entityType: 'RATE' as const, ratePlanExternalId: line.series.ratePlanExternalId }
    : { entityType: 'AVAILABILITY' as const }),
})

function Change({ change, night, hotel }: { change: NightChange; night: string; hotel: FramedHotel }) {
  const { seenAt, seenAfter, changeId, syncLogId } = change
  return (
    <li>
      {describeChange(change, night).map(({ name, before, after }) => (
        <Text key={name} fw={600}>
          {name}: {before} → {after}
        </Text>
      ))}
      <Text size="sm" component="div">
        {changeId ? 'By a change from here, ' : ''}seen <TimeText at={seenAt} timeZone={hotel.timeZone} /> by{' '}
        <TextLink to="/syncs/$syncLogId" params={{ syncLogId }} underline="always">
          this sync
        </TextLink>
        {seenAfter && (
          <>
            ; not yet so <TimeText at={seenAfter} timeZone={hotel.timeZone} />
          </>
        )}
      </Text>
    </li>
  )
}
