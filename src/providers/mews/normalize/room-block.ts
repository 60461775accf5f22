import { readLeniently } from '../../../records/lenient.ts'
import type { RoomBlockInput } from '../../../records/room-block.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { wallClockOf } from '../../local-time.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { roomBlockKinds } from '../status.ts'
import { wireRoomBlock } from '../wire/house.ts'

export function normalizeRoomBlock(raw: unknown, ctx: NormalizeContext): RoomBlockInput {
  const { Block, Resource } = readLeniently(wireRoomBlock, raw, ctx.report)
  const firstNight = hotelDay(Date.parse(Block.StartUtc), ctx)
  const lastNight = Block.EndUtc ? lastNightBefore(Block.EndUtc, ctx) : null
  return {
    externalId: Block.Id,
    externalUpdatedAt: Block.UpdatedUtc,
    kind: mapStatus(roomBlockKinds, Block.Type, 'Block.Type', ctx),
    roomExternalId: Block.AssignedResourceId,
    roomNumber: Resource?.Name,
    firstNight,
    // One of some hours is about the day it is on.
    lastNight: lastNight !== null && lastNight < firstNight ? firstNight : lastNight,
    startsAt: Block.StartUtc,
    endsAt: Block.EndUtc,
    reason: maskCardNumbers([Block.Name, Block.Notes].filter(Boolean).join('\n')),
    metadata: scrubRaw(raw),
  }
}

const HALF_A_DAY_MS = 12 * 3_600_000

/** A room that is given back until noon can be let for the night of that day. */
const lastNightBefore = (end: string, ctx: NormalizeContext) => hotelDay(Date.parse(end) - HALF_A_DAY_MS - 1, ctx)

const hotelDay = (ms: number, { hotel }: NormalizeContext) => wallClockOf(new Date(ms), hotel.timeZone).slice(0, 10)
