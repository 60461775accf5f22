import { readLeniently } from '../../../records/lenient.ts'
import type { RoomBlockInput } from '../../../records/room-block.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional, mapStatus } from '../../status.ts'
import { blockKinds, conditions } from '../status.ts'
import { wireRoomBlock } from '../wire.ts'

export function normalizeRoomBlock(raw: unknown, ctx: NormalizeContext): RoomBlockInput {
  const block = readLeniently(wireRoomBlock, raw, ctx.report)
  return {
    externalId: block.id,
    externalUpdatedAt: block.updated_at,
    kind: mapStatus(blockKinds, block.kind, 'kind', ctx),
    roomExternalId: block.room.id,
    roomNumber: block.room.number,
    firstNight: block.first_night,
    lastNight: block.last_night,
    startsAt: block.starts,
    endsAt: block.ends,
    reasonCode: block.reason_code,
    reason: block.reason && maskCardNumbers(block.reason),
    returnCondition: mapOptional(conditions.values, block.return_as, 'return_as', ctx),
    metadata: scrubRaw(raw),
  }
}
