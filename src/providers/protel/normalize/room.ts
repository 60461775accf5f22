import { readLeniently } from '../../../records/lenient.ts'
import type { RoomInput } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wholeItem } from '../../transport/graphql/list.ts'
import { wireRoom } from '../wire.ts'
import { changedAt } from './changed.ts'

/** What a room is; how it is its housekeeping tells. */
export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const room = readLeniently(wireRoom, wholeItem(raw), ctx.report)
  return {
    externalId: room.id,
    externalUpdatedAt: changedAt(room.updatedAt, ctx),
    roomNumber: room.number,
    // The code and not the name: a reservation has nothing else to be compared with.
    roomType: room.roomType?.code,
    metadata: scrubRaw(room),
  }
}
