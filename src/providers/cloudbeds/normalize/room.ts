import { readLeniently } from '../../../records/lenient.ts'
import type { RoomInput } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireRoom } from '../wire.ts'

/** What a room is; how it is its housekeeping tells. It has no time of change: whatever is fetched last holds. */
export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const room = readLeniently(wireRoom, raw, ctx.report)
  return {
    externalId: room.roomID,
    roomNumber: room.roomName,
    roomType: room.roomTypeName,
    maxOccupancy: room.maxGuests,
    metadata: scrubRaw(raw),
  }
}
