import { readLeniently } from '../../../records/lenient.ts'
import type { RoomTypeInput } from '../../../records/room-type.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireRoomType } from '../wire/sold.ts'

export function normalizeRoomType(raw: unknown, ctx: NormalizeContext): RoomTypeInput {
  const type = readLeniently(wireRoomType, raw, ctx.report)
  return {
    externalId: type.roomTypeID,
    code: type.roomTypeNameShort,
    name: type.roomTypeName?.trim() || type.roomTypeNameShort?.trim() || type.roomTypeID,
    capacity: type.maxGuests,
    metadata: scrubRaw(raw),
  }
}
