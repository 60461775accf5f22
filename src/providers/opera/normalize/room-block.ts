import { readLeniently } from '../../../records/lenient.ts'
import type { RoomBlockInput } from '../../../records/room-block.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional, mapStatus } from '../../status.ts'
import { roomBlockIdOf } from '../ids.ts'
import { blockKinds, conditions } from '../status.ts'
import { wireRoomBlock } from '../wire/house.ts'

/** Both days count. The hour at which a room comes back is in an unknown zone and stays where it came. */
export function normalizeRoomBlock(raw: unknown, ctx: NormalizeContext): RoomBlockInput {
  const block = readLeniently(wireRoomBlock, raw, ctx.report)
  const reason = block.repairRemarks || block.reasonDescription
  return {
    externalId: roomBlockIdOf(raw) ?? '',
    kind: mapStatus(blockKinds, block.housekeepingRoomStatus, 'housekeepingRoomStatus', ctx),
    roomExternalId: block.roomId,
    roomNumber: block.roomId,
    firstNight: block.start ?? '',
    lastNight: block.end,
    reasonCode: block.reasonCode,
    reason: reason && maskCardNumbers(reason),
    returnCondition: mapOptional(conditions.values, block.returnStatus, 'returnStatus', ctx),
    metadata: scrubRaw(raw),
  }
}
