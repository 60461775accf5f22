import { readLeniently } from '../../../records/lenient.ts'
import type { RoomBlockInput } from '../../../records/room-block.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { roomBlockIdOf } from '../ids.ts'
import { blockKinds } from '../status.ts'
import { wireRoomBlock } from '../wire/care.ts'

/** Whether the last day counts nobody says: taken as one on which the room is not sold. */
export function normalizeRoomBlock(raw: unknown, ctx: NormalizeContext): RoomBlockInput {
  const block = readLeniently(wireRoomBlock, raw, ctx.report)
  return {
    externalId: roomBlockIdOf(raw) ?? '',
    kind: mapStatus(blockKinds, block.roomBlockType, 'roomBlockType', ctx),
    roomExternalId: block.roomID,
    firstNight: block.startDate,
    lastNight: block.endDate || null,
    reason: block.roomBlockReason && maskCardNumbers(block.roomBlockReason),
    metadata: scrubRaw(raw),
  }
}
