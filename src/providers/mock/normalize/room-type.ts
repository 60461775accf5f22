import { readLeniently } from '../../../records/lenient.ts'
import type { RoomTypeInput } from '../../../records/room-type.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireRoomType } from '../wire.ts'

export function normalizeRoomType(raw: unknown, ctx: NormalizeContext): RoomTypeInput {
  const type = readLeniently(wireRoomType, raw, ctx.report)
  return {
    externalId: type.id,
    externalUpdatedAt: type.updated_at,
    code: type.short_name,
    name: type.name,
    capacity: type.max_pax,
    roomCount: type.rooms,
    sellable: type.bookable,
    metadata: scrubRaw(raw),
  }
}
