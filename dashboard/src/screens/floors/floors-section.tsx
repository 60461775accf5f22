import { Alert, Text } from '@mantine/core'
import { useState } from 'react'
import { RowLink } from '../../entities/row-link.tsx'
import { moveFocus } from '../../ui/actions/move-focus.ts'
import { Notice } from '../../ui/page/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { formatCount } from '../../ui/values/format.ts'
import { LiveRegion } from '../../ui/values/live-region.tsx'
import { Masked } from '../../ui/values/masked.tsx'
import type { Masking } from '../../ui/values/use-masking.ts'
import { ConditionDialog } from './condition-dialog.tsx'
import classes from './floors.module.css'
import { type FloorStay, type FloorsData, groupByFloor, isShown, type Tile } from './floors.ts'
import { RoomTile } from './room-tile.tsx'
import type { FloorsSearch } from './search.ts'
import { useWritableRooms } from './use-writable-rooms.ts'

interface FloorsProps {
  readonly hotelId: string
  readonly data: FloorsData
  readonly search: FloorsSearch
  readonly masking: Masking
  /** Reads the rooms anew. */
  readonly onChanged: () => void
}

/** The floors with the rooms that the filters leave. Arrow keys go from room to room. */
export function Floors({ hotelId, data, search, masking, onChanged }: FloorsProps) {
  const [asked, setAsked] = useState<Tile | null>(null)
  const isWritable = useWritableRooms(hotelId)
  const shown = data.tiles.filter(isShown(search))
  const summary = summaryOf(shown.length, data)
  return (
    <>
      <Text mb="sm">{summary}</Text>
      <LiveRegion text={summary} />
      {data.isCut && (
        <Alert color="yellow" variant="outline" mb="md" c="var(--mantine-color-text)">
          There is more than fits on this board: some rooms or guests are missing. The lists have all of them.
        </Alert>
      )}
      <Roomless hotelId={hotelId} stays={data.roomless} masking={masking} />
      {shown.length === 0 && <Notice title="No rooms match">Remove a filter to see more.</Notice>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are for the links inside */}
      <div onKeyDown={(event) => moveFocus(event, '[data-first] a')}>
        {groupByFloor(shown).map(({ name, tiles }) => (
          <Section key={name ?? ''} title={name === null ? 'Floor not stated' : `Floor ${name}`}>
            <ul className={classes.tiles}>
              {tiles.map((tile) => (
                <RoomTile
                  key={tile.room.id}
                  {...{ hotelId, tile, masking }}
                  onCondition={isWritable(tile.room) ? () => setAsked(tile) : undefined}
                />
              ))}
            </ul>
          </Section>
        ))}
      </div>
      {asked && <ConditionDialog hotelId={hotelId} tile={asked} onClose={() => setAsked(null)} onSent={onChanged} />}
    </>
  )
}

/** `48 of 120 rooms · 12 dirty · 3 not sold` */
function summaryOf(shown: number, { tiles }: FloorsData): string {
  const count = (is: (tile: FloorsData['tiles'][number]) => boolean) => tiles.filter(is).length
  return [
    shown === tiles.length ? formatCount(shown, 'room') : `${shown} of ${formatCount(tiles.length, 'room')}`,
    `${count(({ condition }) => condition === 'DIRTY')} dirty`,
    `${count(({ stay }) => stay === 'ARRIVAL' || stay === 'TURNOVER')} with an arrival`,
    `${count(({ stay }) => stay === 'DEPARTURE' || stay === 'TURNOVER')} with a departure`,
    `${count(({ blocks }) => blocks.length > 0)} not sold`,
  ].join(' · ')
}

/** Who has to be given a room before they come. */
function Roomless({
  hotelId,
  stays,
  masking,
}: Pick<FloorsProps, 'hotelId' | 'masking'> & { stays: readonly FloorStay[] }) {
  if (stays.length === 0) return null
  return (
    <Section title={`${formatCount(stays.length, 'arrival')} without a room`}>
      <ul className={classes.guests}>
        {stays.map(({ id, guestName }) => (
          <li key={id}>
            <RowLink type="BOOKING" hotelId={hotelId} id={id}>
              <Masked value={guestName} masking={masking} />
            </RowLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}
