import { readLeniently } from '../../../records/lenient.ts'
import type { RoomTypeInput } from '../../../records/room-type.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireRoomType } from '../wire/house.ts'
import { nameIn } from './names.ts'

export function normalizeRoomType(raw: unknown, ctx: NormalizeContext): RoomTypeInput {
  const { Id, Names, ShortNames, Capacity, ExtraCapacity } = readLeniently(wireRoomType, raw, ctx.report)
  const code = nameIn(ShortNames)?.trim()
  return {
    externalId: Id,
    code,
    name: nameIn(Names)?.trim() || code || Id,
    capacity: Capacity == null ? null : Capacity + (ExtraCapacity ?? 0),
    metadata: scrubRaw(raw),
  }
}
