import { readLeniently } from '../../../records/lenient.ts'
import type { CleaningStatus, RoomInput, RoomStatus } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { blockTypes, cleaningStates } from '../status.ts'
import { type WireRoom, wireRoom } from '../wire.ts'

/** A room has no time of change at this vendor: whatever is fetched last holds. */
export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const room = readLeniently(wireRoom, raw, ctx.report)
  return {
    externalId: room.roomID,
    roomNumber: room.roomName,
    roomType: room.roomTypeName,
    status: statusOf(room, ctx),
    cleaningStatus: cleaningOf(room, ctx),
    maxOccupancy: room.maxGuests,
    metadata: scrubRaw(raw),
  }
}

/** The flag says whether a block covers today, since nobody says whether its last day counts; the block says which kind. */
function statusOf({ roomBlocked, housekeeping, blocks }: WireRoom, ctx: NormalizeContext): RoomStatus {
  if (roomBlocked || housekeeping?.roomBlocked) {
    const states = (blocks ?? []).map(({ roomBlockType }) => mapStatus(blockTypes, roomBlockType, 'roomBlockType', ctx))
    return states.includes('OUT_OF_SERVICE') ? 'OUT_OF_SERVICE' : 'BLOCKED'
  }
  if (housekeeping?.roomOccupied === true) return 'OCCUPIED'
  if (housekeeping?.roomOccupied === false) return 'AVAILABLE'
  // A room of which nothing is known must not be given to a guest.
  ctx.report({ path: 'housekeeping.roomOccupied', value: '', used: 'OUT_OF_SERVICE' })
  return 'OUT_OF_SERVICE'
}

/** The pickup flag is apart from the condition: somebody is at work there. */
function cleaningOf({ housekeeping }: WireRoom, ctx: NormalizeContext): CleaningStatus {
  if (housekeeping?.vacantPickup) return 'IN_PROGRESS'
  return mapStatus(cleaningStates, housekeeping?.roomCondition, 'housekeeping.roomCondition', ctx)
}
