import { dayOf } from '../../../records/days.ts'
import { ROOM_BLOCK_KINDS } from '../../../records/room-block.ts'
import type { MakeItem } from '../hotel.ts'
import { mixSeed, Random } from '../random.ts'
import { roomNumberOf } from '../room-layout.ts'

const REASONS = [
  ['PAINT', 'Walls are painted'],
  ['WATER', 'Pipe leaks, see the plumber’s note'],
  ['AC', null],
  [null, 'Kept back for a late group'],
] as const

/** A room that is not sold for some nights around today; each edit makes it one night longer. */
export const makeRoomBlock: MakeItem<'roomBlocks'> = (plan, index, revision) => {
  const random = new Random(mixSeed(plan.seed, 15, index))
  const room = random.int(0, Math.max(plan.counts.rooms - 1, 0))
  const first = plan.today + random.int(-6, 20)
  const nights = random.int(1, 7) + revision
  const [reasonCode, reason] = random.pick(REASONS)
  return {
    externalId: plan.idOf('roomBlocks', index),
    kind: random.pick(ROOM_BLOCK_KINDS),
    roomExternalId: plan.idOf('rooms', room),
    roomNumber: roomNumberOf(room),
    firstNight: dayOf(first),
    lastNight: dayOf(first + nights - 1),
    startsAt: null,
    endsAt: null,
    reasonCode,
    reason,
    returnCondition: random.chance(0.5) ? 'DIRTY' : null,
  }
}
