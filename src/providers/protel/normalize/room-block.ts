import { dayNumberIn, dayOf } from '../../../records/days.ts'
import { readLeniently } from '../../../records/lenient.ts'
import type { RoomBlockInput } from '../../../records/room-block.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { wholeItem } from '../../transport/graphql/list.ts'
import { blockKinds } from '../status.ts'
import { wireRoomBlock } from '../wire.ts'
import { changedAt } from './changed.ts'

/** Often without an end: then it lasts until further notice. On the day of its end the room can be sold again. */
export function normalizeRoomBlock(raw: unknown, ctx: NormalizeContext): RoomBlockInput {
  const block = readLeniently(wireRoomBlock, wholeItem(raw), ctx.report)
  const endsAt = changedAt(block.to, ctx)
  const startsAt = new Date(block.from)
  const firstNight = dayNumberIn(ctx.hotel.timeZone, startsAt)
  return {
    externalId: block.id,
    kind: mapStatus(blockKinds, block.kind, 'kind', ctx),
    roomExternalId: block.roomId,
    firstNight: dayOf(firstNight),
    lastNight: endsAt && dayOf(Math.max(dayNumberIn(ctx.hotel.timeZone, endsAt) - 1, firstNight)),
    startsAt,
    endsAt,
    reason: block.reason && maskCardNumbers(block.reason),
    metadata: scrubRaw(block),
  }
}
