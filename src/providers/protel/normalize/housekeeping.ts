import type { HousekeepingInput } from '../../../records/housekeeping.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wholeItem } from '../../transport/graphql/list.ts'
import { roomStateOf } from '../status.ts'
import { wireRoomState } from '../wire.ts'
import { changedAt } from './changed.ts'

/** One word is all that is told of a room. */
export function normalizeHousekeeping(raw: unknown, ctx: NormalizeContext): HousekeepingInput {
  const room = readLeniently(wireRoomState, wholeItem(raw), ctx.report)
  return {
    externalId: room.id,
    externalUpdatedAt: changedAt(room.updatedAt, ctx),
    roomNumber: room.number,
    ...roomStateOf(room.hkStatus, ctx),
    metadata: scrubRaw(room),
  }
}
