import { Group, Text } from '@mantine/core'
import { DISCREPANCIES } from '../../entities/housekeeping/words.ts'
import { KINDS } from '../../entities/room-block/words.ts'
import { RowLink } from '../../entities/row-link.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { formatDay } from '../../ui/values/format.ts'
import { Masked } from '../../ui/values/masked.tsx'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import type { Masking } from '../../ui/values/use-masking.ts'
import { ConditionState } from './condition-state.tsx'
import classes from './floors.module.css'
import type { FloorStay, Tile } from './floors.ts'
import { STAYS } from './search.ts'

interface RoomTileProps {
  readonly hotelId: string
  readonly tile: Tile
  readonly masking: Masking
  /** Asks for another condition; undefined where this PMS lets nobody change it from here. */
  readonly onCondition: (() => void) | undefined
}

/** A room: its state in signs and words, whose room it is today, and what a person has to see to. */
export function RoomTile({ hotelId, tile, masking, onCondition }: RoomTileProps) {
  const { room, condition, stay, blocks, arrivals, departures } = tile
  const { housekeeping } = room
  const guests = { hotelId, masking }
  return (
    <li className={classes.tile} data-room={room.roomNumber}>
      <Group justify="space-between" gap={4} wrap="nowrap" align="baseline">
        <Text fw={700} size="lg" data-first>
          <RowLink type="ROOM" hotelId={hotelId} id={room.id}>
            {room.roomNumber}
          </RowLink>
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {room.roomType}
        </Text>
      </Group>
      <Group justify="space-between" gap={4} wrap="nowrap">
        <StatusBadge status={condition} />
        {onCondition && (
          <PermissionButton
            variant="default"
            size="compact-xs"
            mih={24}
            aria-label={`Set the condition of room ${room.roomNumber}`}
            onClick={onCondition}
          >
            Set
          </PermissionButton>
        )}
      </Group>
      {housekeeping && <ConditionState hotelId={hotelId} housekeeping={housekeeping} />}
      <StatusBadge status={occupancyOf(tile)} />
      {arrivals.length + departures.length === 0 && <Text size="sm">{STAYS[stay]}</Text>}
      {departures.map((each) => (
        <Guest
          key={each.id}
          sign="↗"
          word={each.status === 'CHECKED_OUT' ? 'Left' : 'Leaves'}
          stay={each}
          {...guests}
        />
      ))}
      {arrivals.map((each) => (
        <Guest
          key={each.id}
          sign="↘"
          word={each.status === 'CHECKED_IN' ? 'Arrived' : 'Arrives'}
          stay={each}
          {...guests}
        />
      ))}
      {blocks.map(({ id, kind, lastNight }) => (
        <Text key={id} size="sm" fw={600}>
          ✕{' '}
          <RowLink type="ROOM_BLOCK" hotelId={hotelId} id={id}>
            {KINDS[kind]}
          </RowLink>{' '}
          {lastNight ? `until ${formatDay(lastNight)}` : 'until further notice'}
        </Text>
      ))}
      {blocks.length > 0 && arrivals.some(({ status }) => status !== 'CHECKED_IN') && (
        <Text size="sm" fw={700}>
          ! Somebody arrives in a room that is not sold
        </Text>
      )}
      {housekeeping?.discrepancy && <Text size="sm">! {DISCREPANCIES[housekeeping.discrepancy]}</Text>}
      {housekeeping?.doNotDisturb && <Text size="sm">– Do not disturb</Text>}
      {housekeeping?.serviceRefused && <Text size="sm">– Service refused</Text>}
    </li>
  )
}

const occupancyOf = ({ room: { housekeeping, status } }: Tile) =>
  housekeeping?.occupancy ?? (status === 'OCCUPIED' ? 'OCCUPIED' : 'UNKNOWN')

interface GuestProps extends Pick<RoomTileProps, 'hotelId' | 'masking'> {
  readonly sign: string
  readonly word: string
  readonly stay: FloorStay
}

function Guest({ sign, word, stay, hotelId, masking }: GuestProps) {
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <span aria-hidden>{sign} </span>
      {word}:{' '}
      <RowLink type="BOOKING" hotelId={hotelId} id={stay.id}>
        <Masked value={stay.guestName} masking={masking} />
      </RowLink>
    </Text>
  )
}
