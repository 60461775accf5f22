import { readLeniently } from '../../../records/lenient.ts'
import type { RoomTypeInput } from '../../../records/room-type.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { roomTypeIdOf } from '../ids.ts'
import { textOf, wireRoomType } from '../wire/house.ts'

/** The code is the id. Types that are for postings, for meetings or no longer in use have bookings, but are not sold. */
export function normalizeRoomType(raw: unknown, ctx: NormalizeContext): RoomTypeInput {
  const type = readLeniently(wireRoomType, raw, ctx.report)
  const code = roomTypeIdOf(raw) ?? ''
  return {
    externalId: code,
    code,
    name: textOf(type.shortDescription) ?? textOf(type.description) ?? code,
    capacity: type.maximumOccupancy,
    roomCount: type.numberOfRooms,
    sellable: !(type.pseudo || type.meetingRoom || type.inactive),
    metadata: scrubRaw(raw),
  }
}
